import { describe, expect, test } from 'vitest'
import { clientOf, type Client } from '../../../test/http-client.ts'
import { openTown } from '../../../test/open-town.ts'
import { openShop } from '../../../test/shop-desk.ts'

const town = await openTown()
const anybody = clientOf(town.app)

const statement = 'https://www.toegankelijkheidsverklaring.nl/register/1234'
const email = 'toegankelijk@waterdam.example'

describe('where a municipality says how accessible it is', () => {
  test('M1: is saved by its permit shop, and read by everybody', async () => {
    const { shop, organisationId } = await annaAndShop('Waterdam')
    expect((await shop('GET /permit-shop/accessibility')).body).toEqual({})
    const said = { statement: ` ${statement} `, email: 'Toegankelijk@Waterdam.example' }
    const saved = await save(shop, said)
    expect(saved).toMatchObject({ status: 200, body: { statement, email } })
    expect((await shop('GET /permit-shop/accessibility')).body).toEqual({ statement, email })
    expect(await served(organisationId)).toEqual({
      id: organisationId,
      name: 'Waterdam',
      helpdesk: { name: 'Helpdesk', phone: '14 0' },
      accessibility: { statement, email },
    })
  })

  test('is left out where it is not said, and its helpdesk stays', async () => {
    const { shop, organisationId } = await annaAndShop()
    await save(shop, { statement, email })
    expect((await save(shop, { email })).body).toEqual({ email })
    expect((await save(shop, {})).body).toEqual({})
    expect(await served(organisationId)).toMatchObject({
      helpdesk: { phone: '14 0' },
      accessibility: {},
    })
  })

  test('is listed by the name of the municipality', async () => {
    await annaAndShop('Zilverdijk')
    await annaAndShop('aalduin')
    const { body } = await anybody('GET /organisations')
    const names = body.organisations.map(({ name }) => name)
    const own = names.filter((name) => ['aalduin', 'Zilverdijk'].includes(name))
    expect(own).toEqual(['aalduin', 'Zilverdijk'])
  })

  test('is its own: another shop changes another municipality, and a resident none', async () => {
    const { anna, organisationId } = await annaAndShop()
    const other = await openShop(town)
    expect(await save(other.call, { statement })).toMatchObject({ status: 200 })
    expect(await save(anna.call, { statement })).toMatchObject({ status: 401 })
    expect(await served(organisationId)).toMatchObject({ accessibility: {} })
  })

  test('is changed once by a key, and is in the audit trail', async () => {
    const { shop, shopId, organisationId } = await annaAndShop()
    const sent = { body: { statement }, key: 'one' }
    const [first, again] = [
      await shop('PUT /permit-shop/accessibility', sent),
      await shop('PUT /permit-shop/accessibility', sent),
    ]
    expect(again).toMatchObject({ status: 200, body: first.body })
    const trail = await town.db
      .selectFrom('audit_entries')
      .select(['action', 'permit_shop_id'])
      .where('subject_id', '=', organisationId)
      .execute()
    expect(trail).toEqual([{ action: 'accessibilityChanged', permit_shop_id: shopId }])
  })

  test('is told all at once where it cannot be taken', async () => {
    const { shop } = await annaAndShop()
    const { status, body } = await save(shop, { statement: 'waterdam.nl', email: 'a', phone: '1' })
    expect(status).toBe(400)
    expect(body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/statement webAddress',
      '/email email',
      '/phone unknown',
    ])
  })

  test.each([
    ['', 'webAddress'],
    ['http://waterdam.example/', 'webAddress'],
    ['HTTPS://waterdam.example/', 'webAddress'],
    ['https:waterdam.example', 'webAddress'],
    ['javascript:alert(1)', 'webAddress'],
    ['https://', 'webAddress'],
    ['https://waterdam.example/"><script>', 'webAddress'],
    [`https://waterdam.example/${'x'.repeat(500)}`, 'tooLong'],
  ])('is no address such as %j', async (wrong, code) => {
    const { shop } = await annaAndShop()
    expect(await save(shop, { statement: wrong })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/statement', code }] },
    })
  })
})

async function annaAndShop(municipality?: string) {
  const anna = await town.resident(municipality === undefined ? {} : { names: { municipality } })
  const { organisationId } = anna
  const { call, shopId } = await openShop(town, { organisationId })
  return { anna, shop: call, shopId, organisationId }
}

function save(call: Client, body: object) {
  return call('PUT /permit-shop/accessibility', { body })
}

async function served(organisationId: string) {
  const { body } = await anybody('GET /organisations')
  return body.organisations.find(({ id }) => id === organisationId)
}
