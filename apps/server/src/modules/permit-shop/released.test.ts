/** A product whose holder closed their account, as its shop sees it (A5). */
import { randomUUIDv7 } from 'node:crypto'
import { amount } from '@2park/domain/amount'
import { beforeEach, expect, test } from 'vitest'
import { grantBalance } from '#modules/ledger/index.ts'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { park, stop } from '../../../test/parking.ts'
import {
  anAddress,
  change,
  giveLink,
  issued,
  linkAll,
  openShop,
  tokensTo,
} from '../../../test/shop-desk.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

test('A5: is linked to nobody, and gets no mail until its shop says whose it is now', async () => {
  const { call, productId } = await released()
  const params = { productId }
  const { body } = await call('GET /permit-shop/products/{productId}', { params })
  expect(body).toMatchObject({ id: productId, state: 'active' })
  expect(body).not.toHaveProperty('email')
  expect(body).not.toHaveProperty('linkedAt')
  for (const answer of [
    await call('POST /permit-shop/products/{productId}/_mail', { params }),
    await giveLink(call, productId),
  ]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'holderUnknown' } })
  }
})

test('A5: is linked again by a new link to the address that the shop gives', async () => {
  const { call, productId } = await released()
  const params = { productId }
  const next = await town.resident()
  expect(await change(call, productId, { email: next.email })).toMatchObject({
    status: 200,
    body: { email: next.email },
  })
  const mailed = await call('POST /permit-shop/products/{productId}/_mail', { params })
  expect(mailed.status).toBe(204)
  expect(await linkAll(town, next)).toEqual([productId])
  const again = await call('POST /permit-shop/products/{productId}/_mail', { params })
  expect(again).toMatchObject({ status: 409, body: { code: 'productLinked' } })
})

test('A5, K4: shows its next holder nothing of what the former did, and all of what comes after', async () => {
  const { call } = await openShop(town, { delegations: 'plateOptional' })
  const person = await town.resident()
  const productId = await issued(call, person.email)
  await linkAll(town, person)
  const anna = { ...person, productId }
  const grant = { productId, amount: amount(50_00), id: randomUUIDv7(), at: town.now }
  await grantBalance(town.db, grant)
  const { delegate } = await delegateOf(town, anna, { plate: 'CAROL1' })
  for (const [who, number] of [
    [anna, 'ANNA01'],
    [delegate, 'CAROL1'],
  ] as const) {
    const { body } = await park(who, number)
    town.now = town.now.add({ minutes: 10 })
    await stop(who, body.id)
  }
  town.now = mondayAtTen.add({ minutes: 30 })
  await close(anna)
  town.now = town.now.add({ minutes: 1 })
  const bram = { ...(await town.resident()), productId }
  await change(call, productId, { email: bram.email })
  await call('POST /permit-shop/products/{productId}/_mail', { params: { productId } })
  expect(await linkAll(town, bram)).toEqual([productId])
  expect(await seenBy(bram)).toEqual({ sessions: 0, count: 0, lists: [0, 0], plates: [], given: 0 })

  const { body } = await park(bram, 'BRAM01')
  town.now = town.now.add({ minutes: 10 })
  await stop(bram, body.id)
  await delegateOf(town, bram)
  expect(await seenBy(bram)).toEqual({
    sessions: 1,
    count: 1,
    lists: [1, 2],
    plates: ['BRAM01'],
    given: 1,
  })
})

/** What every list, count and file tells of the product. */
async function seenBy({ call, productId }: Resident) {
  const params = { productId }
  const sessions = await call('GET /products/{productId}/history/parking-sessions', { params })
  const ended = await call('GET /products/{productId}/parking-sessions', {
    params,
    query: { state: 'ended' },
  })
  const transactions = await call('GET /products/{productId}/history/transactions', { params })
  const counted = await call('GET /products/{productId}/history', { params })
  const held = (await call('GET /account/held-data')).body
  const ofIt = <T extends { readonly productId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.productId === productId)
  const delegations = await call('GET /products/{productId}/delegations', { params })
  expect(ofIt(held.delegationsGiven)).toHaveLength(delegations.body.delegations.length)
  expect(ofIt(held.balanceChanges)).toHaveLength(transactions.body.transactions.length)
  expect(ended.body.parkingSessions).toHaveLength(sessions.body.parkingSessions.length)
  return {
    sessions: sessions.body.parkingSessions.length,
    count: counted.body.parkingSessions.value,
    lists: [ofIt(held.parkingSessions).length, counted.body.transactions?.value],
    plates: ended.body.parkingSessions.map(({ plate }) => plate.number),
    given: delegations.body.delegations.length,
  }
}

test('A2: an address is corrected until the product is linked, and a link to the former opens nothing', async () => {
  const { call } = await openShop(town)
  const [wrong, right] = [await town.resident(), await town.resident()]
  const productId = await issued(call, wrong.email)
  const [mailed = ''] = await tokensTo(town, wrong.email)
  const direct = new URL((await giveLink(call, productId)).body.url).hash.slice(1)
  await change(call, productId, { email: right.email })
  for (const token of [mailed, direct]) {
    const answer = await wrong.call('POST /links/_accept', { body: { token } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'linkSuperseded' } })
  }
  await call('POST /permit-shop/products/{productId}/_mail', { params: { productId } })
  expect(await linkAll(town, right)).toEqual([productId])
  expect(await change(call, productId, { email: anAddress() })).toMatchObject({
    status: 409,
    body: { code: 'productLinked' },
  })
  expect(await change(call, productId, { email: 'nowhere' })).toMatchObject({
    status: 400,
    body: { errors: [{ in: 'body', pointer: '/email' }] },
  })
})

async function released() {
  const { call } = await openShop(town)
  const anna = await town.resident()
  const productId = await issued(call, anna.email)
  await linkAll(town, anna)
  await close(anna)
  return { call, productId }
}

async function close({ call, password }: Resident): Promise<void> {
  expect((await call('POST /account/_close', { body: { password } })).status).toBe(204)
}
