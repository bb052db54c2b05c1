import type { Unit } from '@2park/domain/amount'
import { describe, expect, test } from 'vitest'
import { closeTwoPark, openTwoPark } from '#modules/organisations/index.ts'
import type { Given } from '../../../test/arrange.ts'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { park } from '../../../test/parking.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { speaking, valueOf } from '../../../test/two-park/speaker.ts'

const town = await openTown()

describe('the products of the 2Park protocol', () => {
  test('are told under their municipality, with all that a client reads of them', async () => {
    const anna = await neighbour(town, {
      twoPark: { code: 'BDA' },
      rules: { maxConcurrent: 10 },
      valid: {
        start: Temporal.Instant.from('2026-02-09T00:00:00+01:00'),
        end: Temporal.Instant.from('2076-02-09T00:00:00+01:00'),
      },
    })
    const { ask } = await speaking(town.app, anna)
    const { data, minor } = await ask('get_categories', { locale: 'nl_NL' })
    expect(minor).toBe('SUCCESS')
    const [{ cty_products, ...town_ } = { cty_products: [] }] = data.categories
    expect(town_).toMatchObject({
      cty_id: 'BDA',
      cty_external_content: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(cty_products).toEqual([
      {
        pdt_id: 'BDABZRG_1317$100001',
        pdt_name: 'Bezoekersregeling - Centrum',
        pdt_description: 'Bezoekersregeling Centrum',
        pdt_valid_from: '2026-02-09 00:00',
        pdt_valid_to: '2076-02-08 23:59',
        pdt_is_blocked: 'false',
        pdt_is_geofencing: 'false',
        pdt_member_pool_max_registered: '100',
        pdt_member_pool_max_active: '10',
        pdt_options: 'EXTEND|MEMBER_ADMIN',
        pdt_parameter_groups: [
          {
            pgp_label: 'START',
            pgp_parameters: [
              defined('MBR_IDENT', 'LPN', 'REQUIRED'),
              defined('TIMESTART', 'DATETIME', 'REQUIRED'),
              defined('TIMEEND', 'DATETIME', 'OPTIONAL'),
              {
                ...defined('LOCATION', 'TEXT', 'OPTIONAL|READONLY'),
                prr_value: 'BDA1317',
                prr_default_value: 'BDA1317',
                prr_default_value_display: 'Centrum',
              },
            ],
          },
          { pgp_label: 'FAVORITE', pgp_parameters: [defined('NICKNAME', 'TEXT', 'REQUIRED')] },
        ],
      },
    ])
  })

  test.each<{ given: Given; options: string; because: string }>([
    { given: {}, options: 'EXTEND|MEMBER_ADMIN', because: 'it is the holder’s own' },
    {
      given: { rules: { extensionAllowed: false } },
      options: 'MEMBER_ADMIN',
      because: 'the municipality says so',
    },
    {
      given: { unit: 'none' },
      options: 'EXTEND|MEMBER_ADMIN|NO_BALANCE',
      because: 'there is nothing to show',
    },
    {
      given: { delegations: 'plateRequired' },
      options: 'EXTEND|MEMBER_ADMIN|MEMBER_GRANT',
      because: 'a delegation is for one plate',
    },
    {
      given: { delegations: 'plateOptional' },
      options: 'EXTEND|MEMBER_ADMIN|PRODUCT_GRANT|MEMBER_GRANT',
      because: 'it is for one plate or for any',
    },
    {
      given: { kind: 'temporaryPlate', plates: ['OWN1'], unit: 'none' },
      options: 'MEMBER_ADMIN|FLPN|NO_BALANCE',
      because: 'its plate is fixed, and replaced for a while',
    },
    {
      given: { kind: 'plateSwitch', plates: ['OWN1', 'OWN2'], unit: 'none' },
      options: 'SWITCH|NO_BALANCE',
      because: 'one of its plates is chosen',
    },
    {
      given: { kind: 'pool', rightsBought: 3, unit: 'none' },
      options: 'EXTEND|MEMBER_ADMIN|NO_BALANCE|MAX_ACT',
      because: 'what counts is how many may still be parked',
    },
  ])('of $given offer $options, because $because', async ({ given, options }) => {
    const { ask } = await speaking(town.app, await neighbour(town, given))
    const { data } = await ask('get_categories')
    expect(data.categories[0]?.cty_products[0]?.pdt_options).toBe(options)
  })

  test('of a pool tell how many may still be parked', async () => {
    const pool = await neighbour(town, { kind: 'pool', rightsBought: 3, unit: 'none' })
    await park(pool, 'ONE1')
    const { ask } = await speaking(town.app, pool)
    const { data } = await ask('get_available_actions', { product_id: pool.wireId })
    expect(data.available_actions).toBe('2')
  })

  test('are a delegate’s too, with by whom and which plate', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const { delegate } = await delegateOf(town, anna, { plate: 'ONLY1', allotment: 10_00 })
    const { ask } = await speaking(town.app, delegate)
    const { data } = await ask('get_categories')
    const [product] = data.categories[0]?.cty_products ?? []
    expect(product).toMatchObject({
      pdt_id: anna.wireId,
      pdt_options: 'EXTEND',
      pdt_is_blocked: 'false',
      by_grant: { grantor: anna.email, is_blocked: 'false', member_ident: 'ONLY1' },
    })
    const balance = await ask('get_balance', { product_id: anna.wireId })
    expect(valueOf(balance.data.balance.ble_parameters, 'AMOUNT')).toBe('10.00')
    const details = await ask('get_category_product_details', { product_id: anna.wireId })
    expect(details.data).toMatchObject({ pdt_members: [], pdt_grants: [] })
  })

  test('that are blocked are said to be', async () => {
    const { ask } = await speaking(town.app, await neighbour(town, { blockedAt: mondayAtTen }))
    const { data } = await ask('get_categories')
    expect(data.categories[0]?.cty_products[0]?.pdt_is_blocked).toBe('true')
  })

  test('of somebody else do not exist', async () => {
    const anna = await neighbour(town)
    const eve = await neighbour(town)
    const { ask } = await speaking(town.app, eve)
    for (const call of ['get_category_product_details', 'get_balance', 'get_product_locations']) {
      const answer = await ask(call, { product_id: anna.wireId })
      expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor: 'INTERNAL_ERROR' })
      expect(answer.message).toMatch(/^Niet gevonden\./)
    }
  })

  test('are shut with their municipality, and there again with it', async () => {
    const anna = await neighbour(town)
    const { ask } = await speaking(town.app, anna)
    const { organisationId } = anna
    await closeTwoPark(town.db, organisationId, town.now)
    expect((await ask('get_categories')).data.categories).toEqual([])
    const closed = await ask('get_balance', { product_id: anna.wireId })
    expect(closed).toMatchObject({ major: 'FAIL', minor: 'INTERNAL_ERROR' })
    expect(closed.message).toMatch(/^Uw gemeente staat apps van anderen niet toe\./)
    const code = anna.location.slice(0, 3)
    await openTwoPark(town.db, organisationId, { code, at: town.now })
    expect((await ask('get_balance', { product_id: anna.wireId })).major).toBe('OK')
  })

  test('are not there where a municipality never took part', async () => {
    const { ask } = await speaking(town.app, await town.resident())
    expect((await ask('get_categories')).data).toEqual({ categories: [] })
    expect((await ask('get_activations')).data).toEqual({ categories: [] })
  })
})

function defined(label: string, datatype: string, options: string) {
  return { prr_label: label, prr_value: '', prr_datatype: datatype, prr_options: options }
}

describe('a balance in the 2Park protocol', () => {
  test.each<{ unit: Unit; balance: number; said: string[]; because: string }>([
    { unit: 'money', balance: 1920, said: ['19.20', 'EURO', '€'], because: 'cents are two digits' },
    { unit: 'money', balance: 0, said: ['0.00', 'EURO', '€'], because: 'the page looks for this' },
    { unit: 'time', balance: 7201, said: ['120.01', 'MINUTE', 'Minuut'], because: 'it is exact' },
    { unit: 'count', balance: 8, said: ['8', 'TIMES', '#'], because: 'an action is whole' },
  ])('of $balance of $unit is $said, because $because', async ({ unit, balance, said }) => {
    const anna = await neighbour(town, { unit, balance })
    const { ask } = await speaking(town.app, anna)
    const { data } = await ask('get_balance', { product_id: anna.wireId, locale: 'nl_NL' })
    const labels = ['AMOUNT', 'CURRENCY_CODE', 'CURRENCY_DESC', 'LAST_MODIFIED']
    const { ble_parameters } = data.balance
    expect(ble_parameters.map(({ prr_label }) => prr_label)).toEqual(labels)
    expect(ble_parameters.slice(0, 3).map(({ prr_value }) => prr_value)).toEqual(said)
    expect(ble_parameters[3]?.prr_value).toMatch(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/)
  })

  test('is empty where there is none', async () => {
    const anna = await neighbour(town, { unit: 'none' })
    const { ask } = await speaking(town.app, anna)
    const { data } = await ask('get_balance', { product_id: anna.wireId })
    expect(data).toEqual({ balance: { ble_parameters: [] } })
  })
})

describe('the plates of a resident product', () => {
  test('that are switched are members, of which one is active since', async () => {
    const anna = await neighbour(town, { kind: 'plateSwitch', plates: ['OWN1'], unit: 'none' })
    const { ask } = await speaking(town.app, anna)
    const { data } = await ask('get_category_product_details', { product_id: anna.wireId })
    const [member] = data.pdt_members
    expect(member).toMatchObject({ mbr_identifier: 'OWN1', mbr_active: 'YES' })
    const [action] = member?.mbr_actions ?? []
    expect(valueOf(action?.atn_parameters ?? [], 'TIMEEND')).toBe('')
    expect(valueOf(action?.atn_parameters ?? [], 'COST')).toBe('0.00')
  })

  test('are one fixed one, which another replaces for a while', async () => {
    const given = { kind: 'temporaryPlate', plates: ['OWN1'], unit: 'none' } as const
    const anna = await neighbour(town, given)
    const { ask } = await speaking(town.app, anna)
    const look = async () => {
      const { data } = await ask('get_category_product_details', { product_id: anna.wireId })
      const [identification] = data.pdt_identifications
      return identification?.idn_members.map(
        ({ mbr_identifier, mbr_type, mbr_active }) => `${mbr_identifier} ${mbr_type} ${mbr_active}`,
      )
    }
    expect(await look()).toEqual(['OWN1 FLPN YES'])
    await park(anna, 'LOAN1')
    expect(await look()).toEqual(['OWN1 FLPN NO', 'LOAN1 LPN YES'])
  })
})
