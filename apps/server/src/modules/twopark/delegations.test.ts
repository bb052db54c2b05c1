import { beforeEach, describe, expect, test } from 'vitest'
import { closeTwoPark } from '#modules/organisations/index.ts'
import { invite, listDelegations, someone, tokenFor } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import {
  openSpeaker,
  speaking,
  type Parameter,
  type Speaker,
} from '../../../test/two-park/speaker.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

function grantData(parameters: Readonly<Record<string, string>>): string {
  const grt_parameters = Object.entries(parameters).map(([label, value]): Parameter => ({
    prr_label: label,
    prr_value: value,
  }))
  return JSON.stringify({ grant: { grt_parameters } })
}

/** The product's own, as the page sends it along. */
async function validityIn(ask: Speaker['ask']) {
  const { data } = await ask('get_categories')
  const [product] = data.categories.flatMap(({ cty_products }) => cty_products)
  return {
    VALID_FROM: String(product?.pdt_valid_from),
    VALID_UNTIL: String(product?.pdt_valid_to),
  }
}

describe('delegations in the 2Park protocol', () => {
  test('are given for a plate and a part of the balance, and taken back', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const { ask } = await speaking(town.app, anna)
    const email = someone()
    const data = grantData({
      GRT_EMAIL: email,
      GRT_MBR_IDENT: 'ab-123-c',
      MAX_AMOUNT: '12.50',
      ...(await validityIn(ask)),
    })
    const sent = await ask('send_apk_grant_email', { product_id: anna.wireId, data })
    expect(sent).toMatchObject({ major: 'OK', minor: 'SUCCESS' })
    const grants = async () => {
      const details = await ask('get_category_product_details', { product_id: anna.wireId })
      return details.data.pdt_grants
    }
    const [grant] = await grants()
    expect(grant).toMatchObject({
      grt_parameters: [
        { prr_label: 'GRT_MBR_IDENT', prr_value: 'AB123C' },
        { prr_label: 'MAX_AMOUNT', prr_value: '12.50' },
      ],
      grt_grantees: [{ grantee: `${email.slice(0, 1)}***@***e.com`, accepted: 'N' }],
    })
    const taken = await ask('remove_grant', {
      product_id: anna.wireId,
      grt_identifier: String(grant?.grt_identifier),
      grt_type: String(grant?.grt_ident_type),
    })
    expect(taken.major).toBe('OK')
    expect(await grants()).toEqual([])
  })

  test.each([
    { wish: { GRT_NAME: 'Oma' }, minor: 'CONFIG_ERROR', because: 'there is no mail to send it by' },
    {
      wish: { GRT_EMAIL: 'x@example.com', MAX_USE: '1' },
      minor: 'CONFIG_ERROR',
      because: 'it lasts',
    },
    {
      wish: { GRT_EMAIL: 'x@example.com', VALID_UNTIL: '2026-03-03 00:00' },
      minor: 'CONFIG_ERROR',
      because: 'it lasts',
    },
    { wish: { GRT_EMAIL: 'nobody' }, minor: 'INTERNAL_ERROR', because: 'that is no address' },
    {
      wish: { GRT_EMAIL: 'x@example.com', MAX_AMOUNT: '500.00' },
      minor: 'ALLOTMENT_TOO_HIGH',
      because: 'there is less to give',
    },
  ])('for $wish are refused, because $because', async ({ wish, minor }) => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const { ask } = await speaking(town.app, anna)
    const data = grantData(wish)
    const answer = await ask('send_apk_grant_email', { product_id: anna.wireId, data })
    expect(answer).toMatchObject({ major: 'FAIL', minor })
    expect(await listDelegations(anna)).toEqual([])
  })

  test('are accepted by their key, and given up', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const bram = await neighbour(town)
    await invite(anna, { email: bram.email })
    const agk_key = await tokenFor(town, bram.email)
    const { ask } = await speaking(town.app, bram)
    const looked = await ask('get_apk_grant_information', { agk_key, locale: 'nl_NL' })
    expect(looked.data).toMatchObject({
      agk_product: 'Bezoekersregeling-Centrum',
      agk_granter_name: anna.email,
      agk_email_exists: 'Y',
    })
    const taken = await ask('add_apk_grant_product_automatic', { agk_key })
    expect(taken).toMatchObject({ major: 'OK', minor: 'PRODUCT_ADDED' })
    const again = await ask('add_apk_grant_product_automatic', { agk_key })
    expect(again).toMatchObject({ major: 'FAIL', minor: 'EXPIRED' })
    const ids = async () => {
      const { data } = await ask('get_categories')
      return data.categories.flatMap(({ cty_products }) => cty_products.map(({ pdt_id }) => pdt_id))
    }
    expect(await ids()).toContain(anna.wireId)
    expect((await ask('remove_product_and_grant', { product_id: anna.wireId })).major).toBe('OK')
    expect(await ids()).toEqual([bram.wireId])
  })

  test('make an account by their key for who has none, and sign nobody in by it', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const email = someone()
    await invite(anna, { email })
    const agk_key = await tokenFor(town, email)
    const speaker = await openSpeaker(town.app)
    const register = (password: string, repeat_password = password) =>
      speaker.ask('add_apk_grant_with_account_creation', { agk_key, password, repeat_password })
    const password = 'vier fietsen naast de kerk'
    expect((await register(password, 'another')).minor).toBe('PWD_NOT_EQUAL')
    const weak = await register('short')
    expect(weak).toMatchObject({ major: 'FAIL', minor: 'INVALID_PASSWORD' })
    expect(weak.message).toContain('15 tekens')
    expect((await register(password)).minor).toBe('PRODUCT_ADDED')
    expect(speaker.cookie()).toBe('')
    const { ask } = await speaking(town.app, { email, password })
    expect((await ask('get_categories')).data.categories).toHaveLength(1)
  })

  test('are taken by nobody who is not signed in, and not where a municipality is shut', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const bram = await neighbour(town)
    await invite(anna, { email: bram.email })
    const agk_key = await tokenFor(town, bram.email)
    const nobody = await openSpeaker(town.app)
    const unknown = await nobody.ask('get_apk_information', { apk_key: 'no-such-key' })
    expect(unknown).toMatchObject({ major: 'FAIL', minor: 'NODATAFOUND' })
    const taken = await nobody.ask('add_apk_grant_product_automatic', { agk_key })
    expect(taken.minor).toBe('SESSION_TIMEOUT')
    await closeTwoPark(town.db, anna.organisationId, town.now)
    const { ask } = await speaking(town.app, bram)
    const shut = await ask('add_apk_grant_product_automatic', { agk_key })
    expect(shut).toMatchObject({ major: 'FAIL', minor: 'INTERNAL_ERROR' })
    expect(shut.message).toMatch(/^Uw gemeente staat/)
  })
})
