import { beforeEach, describe, expect, test } from 'vitest'
import {
  balanceOf,
  changePart,
  delegateOf,
  invite,
  listDelegations,
  productOf,
  productsOf,
  resend,
  revoke,
  someone,
  tokenFor,
} from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const

beforeEach(() => {
  town.now = mondayAtTen
})

describe('changing the part', () => {
  test('J5: moves the difference, in both directions', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 10_00 })
    for (const [part, whole] of [
      [25_00, 75_00],
      [4_00, 96_00],
      [0, 100_00],
      [100_00, 0],
    ]) {
      const { status, body } = await changePart(anna, delegationId, part ?? 0)
      expect([status, body.balance.value]).toEqual([200, whole])
      expect((await productOf(delegate)).body.balance.value).toBe(part)
      expect(await balanceOf(anna)).toBe(whole)
    }
  })

  test('P1: never takes more than there is', async () => {
    const anna = await town.resident(allowed)
    const { body } = await invite(anna, { email: someone(), allotment: 10_00 })
    const answer = await changePart(anna, body.delegation.id, 100_01)
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'allotmentTooHigh', shortfall: { value: 1 } },
    })
    expect((await changePart(anna, body.delegation.id, -1)).status).toBe(400)
  })

  test('is refused where the whole balance is shared, and after the end', async () => {
    const anna = await town.resident(allowed)
    const { body } = await invite(anna, { email: someone() })
    expect(await changePart(anna, body.delegation.id, 1)).toMatchObject({
      status: 409,
      body: { code: 'wholeBalanceShared' },
    })
    await revoke(anna, body.delegation.id)
    expect(await changePart(anna, body.delegation.id, 1)).toMatchObject({
      status: 409,
      body: { code: 'delegationRevoked' },
    })
  })
})

describe('the end of a delegation', () => {
  test('J6: what is left goes back, and the product is gone for the delegate', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 30_00 })
    const { status, body } = await revoke(anna, delegationId)
    expect([status, body]).toMatchObject([
      200,
      {
        delegation: { state: 'revoked', allotment: { value: 0 } },
        balance: { value: 100_00 },
      },
    ])
    expect((await productOf(delegate)).status).toBe(404)
    expect(await productsOf(delegate)).toHaveLength(1)
  })

  test('J6: revoking once more changes nothing', async () => {
    const anna = await town.resident(allowed)
    const { delegationId } = await delegateOf(town, anna, { allotment: 30_00 })
    const first = await revoke(anna, delegationId)
    expect((await revoke(anna, delegationId)).body).toEqual(first.body)
  })

  test('the delegate can leave by themselves, once', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna, { allotment: 30_00 })
    const params = { productId: anna.productId }
    const leave = () => delegate.call('POST /products/{productId}/_leave', { params })
    expect((await leave()).status).toBe(204)
    expect((await leave()).status).toBe(404)
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['left'])
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test('is in view for thirteen weeks, after those that hold', async () => {
    const anna = await town.resident(allowed)
    const { delegationId } = await delegateOf(town, anna)
    await revoke(anna, delegationId)
    await invite(anna, { email: someone() })
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['pending', 'revoked'])
    town.now = mondayAtTen.add({ hours: 13 * 7 * 24 })
    const later = { ...(await town.signIn(anna)), productId: anna.productId }
    expect((await listDelegations(later)).map(({ state }) => state)).toEqual(['pending'])
  })

  test('lets the same person be invited anew', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 5_00 })
    await revoke(anna, delegationId)
    await invite(anna, { email: delegate.email, allotment: 7_00 })
    const token = await tokenFor(town, delegate.email)
    expect((await delegate.call('POST /links/_accept', { body: { token } })).status).toBe(200)
    expect((await productOf(delegate)).body.balance.value).toBe(7_00)
  })
})

describe('the delegations of a product', () => {
  test("J1, I4: are their holder's own affair", async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, { allotment: 1_00 })
    const eve = { ...(await town.resident()), productId: anna.productId }
    const params = { productId: anna.productId }
    for (const who of [delegate, eve]) {
      const statuses = [
        await who.call('GET /products/{productId}/delegations', { params }),
        await changePart(who, delegationId, 50_00),
        await resend(who, delegationId),
        await revoke(who, delegationId),
        await who.call('GET /products/{productId}/favourites', { params }),
      ].map(({ status }) => status)
      expect(statuses).toEqual([404, 404, 404, 404, 404])
    }
    expect((await eve.call('POST /products/{productId}/_leave', { params })).status).toBe(404)
    // Her own product, but another's delegation.
    const own = await town.resident(allowed)
    expect((await revoke(own, delegationId)).status).toBe(404)
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['accepted'])
  })

  test('are in the audit trail without an address or a plate', async () => {
    const anna = await town.resident(allowed)
    const { delegate, delegationId } = await delegateOf(town, anna, {
      allotment: 1_00,
      plate: 'SECRET1',
    })
    await changePart(anna, delegationId, 2_00)
    await revoke(anna, delegationId)
    const trail = await town.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('subject_id', '=', delegationId)
      .orderBy('id')
      .execute()
    expect(trail.map(({ action }) => action)).toEqual([
      'delegationGiven',
      'delegationAccepted',
      'delegationChanged',
      'delegationRevoked',
    ])
    const text = JSON.stringify(trail)
    for (const secret of [delegate.email, 'SECRET1']) expect(text).not.toContain(secret)
  })
})
