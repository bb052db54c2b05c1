import { describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { openSpeaker, speaking } from '../../../test/two-park/speaker.ts'

const town = await openTown()

describe('other calls of the 2Park protocol', () => {
  test('switch the plate of a resident product', async () => {
    const plates = ['OWN1', 'OWN2']
    const anna = await neighbour(town, { kind: 'plateSwitch', plates, unit: 'none' })
    const { ask } = await speaking(town.app, anna)
    const active = async () => {
      const { data } = await ask('get_category_product_details', { product_id: anna.wireId })
      return data.pdt_members
        .filter(({ mbr_active }) => mbr_active === 'YES')
        .map(({ mbr_identifier }) => mbr_identifier)
    }
    for (const mbr_ident of ['OWN2', 'own-1']) {
      const product_id = anna.wireId
      await ask('force_single_active_action_product', { product_id, mbr_ident })
      expect(await active()).toEqual([mbr_ident === 'OWN2' ? 'OWN2' : 'OWN1'])
    }
    const strange = { product_id: anna.wireId, mbr_ident: 'OTHER1' }
    expect((await ask('force_single_active_action_product', strange)).major).toBe('FAIL')
    const visitor = await neighbour(town)
    const asVisitor = await speaking(town.app, visitor)
    const answer = await asVisitor.ask('force_single_active_action_product', {
      product_id: visitor.wireId,
      mbr_ident: 'AB123C',
    })
    expect(answer.minor).toBe('PLATE_SWITCH_NOT_OFFERED')
  })

  test('remove a product that is over, and none that is in use', async () => {
    const anna = await neighbour(town, { blockedAt: mondayAtTen })
    const bram = await neighbour(town)
    const usable = await (
      await speaking(town.app, bram)
    ).ask('remove_product_and_grant', {
      product_id: bram.wireId,
    })
    expect(usable).toMatchObject({ major: 'FAIL', minor: 'PRODUCT_USABLE' })
    const { ask } = await speaking(town.app, anna)
    expect((await ask('remove_product_and_grant', { product_id: anna.wireId })).major).toBe('OK')
    expect((await ask('get_categories')).data.categories).toEqual([])
  })

  test.each([
    { call: 'get_captcha', minor: 'CONFIG_ERROR', says: 'https://2park.example/forgot-password' },
    { call: 'init_reset_password', minor: 'CONFIG_ERROR', says: '/forgot-password' },
    { call: 'reset_password', minor: 'CONFIG_ERROR', says: '/forgot-password' },
    { call: 'add_account_products', minor: 'INVALID_EXT_CREDS', says: 'e-mail van uw gemeente' },
    { call: 'agk_register_email', minor: 'CONFIG_ERROR', says: 'e-mailadres' },
  ])('of which $call is not done here lead to where it is', async ({ call, minor, says }) => {
    const { ask } = await openSpeaker(town.app)
    const answer = await ask(call, { locale: 'nl_NL' })
    expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor })
    expect(answer.message).toContain(says)
  })

  test('find whoever asks within the fence of their own product', async () => {
    const anna = await neighbour(town)
    const { address, cookie } = await speaking(town.app, anna)
    const within = async (productCode: string, as = cookie()) => {
      const response = await fetch(`${address}/gsmpark-app-www/geo/isUserWithinGeofence`, {
        method: 'POST',
        headers: { cookie: as },
        body: new URLSearchParams({ lat: '51.58', lon: '4.77', productCode }),
      })
      return response.json()
    }
    const [code = ''] = anna.wireId.split('$')
    expect(await within(code)).toMatchObject({
      status: 'OK',
      locations: [{ code: anna.location, description: 'Centrum' }],
    })
    expect(await within('NONE_1')).toMatchObject({ status: 'OK', locations: [] })
    expect(await within(code, '')).toMatchObject({ status: 'FAIL', statusCode: 'SESSION_TIMEOUT' })
  })

  test('that nobody knows are not there', async () => {
    const response = await town.app.inject({
      method: 'POST',
      url: '/gsmpark-app-www/json/get_everything.json',
    })
    expect(response.statusCode).toBe(404)
  })
})
