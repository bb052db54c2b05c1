/** What is parked by a delegation when it is revoked, and after (J6). */
import { beforeEach, describe, expect, test } from 'vitest'
import { balanceOf, delegateOf, productOf, productsOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  everySessionOf,
  extend,
  listOf,
  park,
  quoteOf,
  sessionsOf,
  stop,
} from '../../../test/parking.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const
const anHour = 240

beforeEach(() => {
  town.now = mondayAtTen
})

describe('after revoking', () => {
  test('J6: nothing can be started or extended, and what runs goes on', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 10_00 })
    const { body } = await park(delegate, 'DEL1')
    const { body: answer } = await revoke(anna, delegationId, { stopSessions: false })
    expect(answer).toMatchObject({
      delegation: { state: 'revoked', counts: { running: 1, planned: 0 } },
      balance: { value: 100_00 - anHour },
    })
    expect(await park(delegate, 'DEL2')).toMatchObject({ status: 409, body: { code: 'revoked' } })
    expect(await extend(delegate, body.id, 2)).toMatchObject({
      status: 409,
      body: { code: 'revoked' },
    })
    expect((await listOf(anna)).map(({ id }) => id)).toEqual([body.id])
  })

  test('J6: the product stays in view until the last session has ended, without a balance', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna)
    await park(delegate, 'DEL1')
    await revoke(anna, delegationId, { stopSessions: false })
    expect((await productOf(delegate)).body).toMatchObject({
      state: 'revoked',
      balance: { value: 0 },
      counts: { running: 1 },
    })
    const quote = await quoteOf(delegate, { plate: 'DEL2' })
    expect(quote.body).toMatchObject({ balance: { value: 0 }, alternatives: [] })
    expect(quote.body.reasons[0]?.code).toBe('revoked')
    expect(await everySessionOf(delegate)).toHaveLength(1)
    town.now = mondayAtTen.add({ hours: 1 })
    const later = { ...(await town.signIn(delegate)), productId: anna.productId }
    expect((await productOf(later)).status).toBe(404)
    expect(await productsOf(later)).toHaveLength(1)
  })

  test.each([{ allotment: 10_00 }, {}])(
    'J6: what comes back later is the holder’s, whoever stops, with %j',
    async (wish) => {
      for (const whoStops of ['holder', 'delegate'] as const) {
        town.now = mondayAtTen
        const anna = await town.resident(allowed)
        const { delegate, delegationId } = await delegateOf(town, anna, wish)
        const { body } = await park(delegate, 'DEL1')
        await revoke(anna, delegationId, { stopSessions: false })
        expect(await balanceOf(anna)).toBe(100_00 - anHour)
        town.now = mondayAtTen.add({ minutes: 15 })
        const { status } = await stop(whoStops === 'holder' ? anna : delegate, body.id)
        expect(status).toBe(200)
        expect(await balanceOf(anna)).toBe(100_00 - anHour / 4)
      }
    },
  )

  test('J6: the same step stops what is parked and deletes what is planned', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 20_00 })
    const { body: own } = await park(anna, 'OWN1')
    await park(delegate, 'DEL1')
    await park(delegate, 'DEL2', { from: 3 })
    town.now = mondayAtTen.add({ minutes: 15 })
    const { status, body } = await revoke(anna, delegationId, { stopSessions: true })
    expect([status, body]).toMatchObject([
      200,
      {
        delegation: { state: 'revoked', counts: { running: 0, planned: 0 } },
        balance: { value: 100_00 - anHour - anHour / 4 },
      },
    ])
    expect(await sessionsOf(anna)).toEqual([own.id])
  })

  test('J6: the same step goes on where it broke off, and has one answer', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 20_00 })
    await park(delegate, 'DEL1')
    await revoke(anna, delegationId, { stopSessions: false })
    const answers = await Promise.all(
      [1, 2, 3].map(() => revoke(anna, delegationId, { stopSessions: true, key: 'once' })),
    )
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([200, answers[0]?.body])
    }
    expect(await sessionsOf(anna)).toEqual([])
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test('a delegate who left may still stop what they parked', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 20_00 })
    const { body } = await park(delegate, 'DEL1')
    const params = { productId: anna.productId }
    await delegate.call('POST /products/{productId}/_leave', { params })
    expect((await stop(delegate, body.id)).status).toBe(200)
    expect(await balanceOf(anna)).toBe(100_00)
  })
})

type Step = { readonly stopSessions: boolean; readonly key?: string }

function revoke(holder: Resident, delegationId: string, { stopSessions, key }: Step) {
  const params = { productId: holder.productId, delegationId }
  const sent = { params, body: { stopSessions }, ...(key && { key }) }
  return holder.call('POST /products/{productId}/delegations/{delegationId}/_revoke', sent)
}
