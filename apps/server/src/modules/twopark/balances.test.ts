import { amount } from '@2park/domain/amount'
import { beforeEach, describe, expect, test } from 'vitest'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { press, tenAndTwenty } from '../../../test/topping-up.ts'
import { openAndroidApp } from '../../../test/two-park/android-app.ts'
import { neighbour } from '../../../test/two-park/neighbours.ts'
import { speaking } from '../../../test/two-park/speaker.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('an alarm of the 2Park protocol', () => {
  test.each([
    { unit: 'money', value: '1,50', said: '1.50', because: 'a comma is a point' },
    { unit: 'time', value: '90', said: '90.00', because: 'minutes are counted' },
    { unit: 'count', value: '1', said: '1', because: 'actions are whole' },
  ] as const)('at $value of $unit reads $said, because $because', async ({ unit, value, said }) => {
    const anna = await neighbour(town, { unit, balance: 10_000 })
    const { ask } = await speaking(town.app, anna)
    const set = { threshold_value: value, autonomous_product_id: anna.wireId }
    expect(await ask('set_threshold', set)).toMatchObject({ major: 'OK', minor: 'SUCCESS' })
    const { data } = await ask('get_balance', { product_id: anna.wireId })
    expect(data.balance.ble_parameters.at(4)).toEqual({
      prr_label: 'BLE_THRESHOLD',
      prr_value: said,
    })
    await ask('set_threshold', { ...set, threshold_value: '0' })
    const after = await ask('get_balance', { product_id: anna.wireId })
    expect(after.data.balance.ble_parameters).toHaveLength(4)
  })

  test.each(['', '-1', '1.505', 'much'])('at %j is told to be wrong', async (threshold_value) => {
    const anna = await neighbour(town)
    const { ask } = await speaking(town.app, anna)
    const set = { threshold_value, autonomous_product_id: anna.wireId }
    const answer = await ask('set_threshold', set)
    expect(answer).toMatchObject({ major: 'FAIL', minor: 'INTERNAL_ERROR' })
    expect(answer.message).toContain('(threshold_value)')
  })
})

describe('topping up by the 2Park protocol', () => {
  const withTopUps = () => neighbour(town, { topUps: { options: tenAndTwenty } })

  test('goes from what is on offer over the bank to what became of it', async () => {
    const anna = await withTopUps()
    const app = await openAndroidApp(town.app, anna)
    expect(await app.topUpUnits(anna.wireId)).toEqual([
      ['10.00', '10.00', '&#128;10,00'],
      ['20.00', '22.00', '&#128;22,00'],
    ])
    const bank = await app.openPayment({ id: anna.wireId, category: 'AAA' }, '20.00')
    expect(bank.status).toBe(303)
    const status = async () => (await app.speaker.askRaw('get_payment_status', undefined)).minor
    expect(await status()).toBe('PAYMENT_INIT')
    await press(town.app, new URL(bank.location).pathname, 'paid')
    expect(await status()).toBe('PAYMENT_SUCCESS')
    expect(await app.balance(anna.wireId)).toBe('122.00')
  })

  test.each([
    ['cancelled', 'PAYMENT_CANCELLED'],
    ['failed', 'PAYMENT_CANCELLED'],
    ['open', 'PAYMENT_INIT'],
  ])('that the bank says is %s is %s', async (outcome, minor) => {
    const anna = await withTopUps()
    const app = await openAndroidApp(town.app, anna)
    const bank = await app.openPayment({ id: anna.wireId, category: 'AAA' }, '10.00')
    await press(town.app, new URL(bank.location).pathname, outcome)
    expect((await app.speaker.askRaw('get_payment_status', undefined)).minor).toBe(minor)
    expect(await app.balance(anna.wireId)).toBe('100.00')
  })

  test('leads who opens its address once it has ended to where it is shown', async () => {
    const anna = await withTopUps()
    const { ask, address } = await speaking(town.app, anna)
    const order = { product_id: anna.wireId, category_id: 'AAA', pay_amount: '10.00' }
    const { data } = await ask('start_transaction', order)
    const { pathname } = new URL(data.forwarding_url)
    const open = async () => {
      const response = await fetch(new URL(pathname, address), { redirect: 'manual' })
      return response.headers.get('location') ?? ''
    }
    const bank = await open()
    await press(town.app, new URL(bank).pathname, 'paid')
    expect(await open()).toMatch(/^https:\/\/2park\.example\/products\/[^/]+\/top-up\?payment=/)
    const none = await fetch(new URL(`${pathname}0`, address), { redirect: 'manual' })
    expect(await none.json()).toMatchObject({ status: { code: { major: 'FAIL' } } })
  })

  test('of an amount that is not on offer, or beyond the limit, is refused', async () => {
    const options = [{ priceCents: 10_00, gives: amount(10_00) }]
    const cap = { counts: 'price', most: 10_00 } as const
    const anna = await neighbour(town, { topUps: { options, cap } })
    const { ask } = await speaking(town.app, anna)
    const order = { product_id: anna.wireId, category_id: 'AAA' }
    const other = await ask('start_transaction', { ...order, pay_amount: '15.00' })
    expect(other).toMatchObject({ major: 'FAIL', minor: 'TOP_UP_NOT_OFFERED' })
    await ask('start_transaction', { ...order, pay_amount: '10.00' })
    const more = await ask('start_transaction', { ...order, pay_amount: '10.00' })
    expect(more).toMatchObject({ major: 'FAIL', minor: 'TOP_UP_CAP' })
    const units = await ask('get_upgrade_units', { product_id: anna.wireId })
    expect(units.data).toEqual({ upgrade_units: [] })
  })

  test('is nobody’s but the holder’s, and unknown before it was begun', async () => {
    const anna = await neighbour(town, {
      topUps: { options: tenAndTwenty },
      delegations: 'plateOptional',
    })
    const { delegate } = await delegateOf(town, anna)
    const { ask } = await speaking(town.app, delegate)
    const units = await ask('get_upgrade_units', { product_id: anna.wireId })
    expect(units.data).toEqual({ upgrade_units: [] })
    const order = { product_id: anna.wireId, category_id: 'AAA', pay_amount: '10.00' }
    expect((await ask('start_transaction', order)).major).toBe('FAIL')
    expect((await ask('get_payment_status')).minor).toBe('PAYMENT_UNCERTAIN')
  })
})
