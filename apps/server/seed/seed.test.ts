import { expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { anySecrets } from '../test/any-secrets.ts'
import { signedIn } from '../test/http-client.ts'
import { testDatabase } from '../test/test-database.ts'
import { demoAccounts, seed } from './seed.ts'

const db = await testDatabase()
let now = Temporal.Instant.from('2026-11-23T10:00:00+01:00')
const app = buildApp({
  db,
  now: () => now,
  publicUrl: new URL('http://localhost'),
  secrets: anySecrets(),
})

await seed(db, now)

test('everyone of the demo can sign in with the password that is printed', async () => {
  for (const account of demoAccounts) {
    const { call } = await signedIn(app, account)
    expect(await call('GET /account')).toMatchObject({ body: { email: account.email } })
  }
})

test('Anna has a product in each unit, the one used last first (B2, P2)', async () => {
  const { call } = await signedIn(app, demoAccounts[0])
  const { body } = await call('GET /products')
  const shown = body.products.map(({ organisation, balance, counts }) => ({
    town: organisation.name,
    unit: balance.unit,
    ...counts,
  }))
  expect(shown).toEqual([
    { town: 'Waterdam', unit: 'money', running: 1, planned: 1 },
    { town: 'Heuvelrade', unit: 'time', running: 0, planned: 0 },
    { town: 'Zilverdijk', unit: 'count', running: 0, planned: 0 },
  ])
  const [water] = body.products
  const params = { productId: water?.id ?? '' }
  const recent = await call('GET /products/{productId}/recent-plates', { params })
  expect(recent.body.recentPlates.map(({ plate }) => plate.number)).toEqual(['KT391D', '1TRK39'])
})

test('Christmas is free in Waterdam, also under its own visitor fare', async () => {
  now = Temporal.Instant.from('2026-12-20T10:00:00+01:00')
  const { call } = await signedIn(app, demoAccounts[3])
  const { body } = await call('GET /products')
  const priceOn = async (day: string) => {
    const params = { productId: body.products[0]?.id ?? '' }
    const asked = { start: `${day}T13:00:00+01:00`, end: `${day}T15:30:00+01:00` }
    const quote = await call('POST /products/{productId}/quotes', { params, body: asked })
    return quote.body.price?.total.value
  }
  // Ninety minutes for 0.50, and 2.70 an hour after that.
  const visitorFare = 50 + 270
  expect(await priceOn('2026-12-24')).toBe(visitorFare)
  expect(await priceOn('2026-12-25')).toBe(0)
  expect(await priceOn('2026-12-26')).toBe(visitorFare)
})

test('M6: Finn parks with a part of Emma’s balance, and she sees who has accepted', async () => {
  now = Temporal.Instant.from('2026-11-23T10:00:00+01:00')
  const holder = await signedIn(app, demoAccounts[4])
  const delegate = await signedIn(app, demoAccounts[5])
  const { body } = await delegate.call('GET /products')
  const delegated = body.products.find(({ delegation }) => delegation)
  expect(delegated).toMatchObject({
    delegation: { by: 'emma@example.com', plate: { number: 'KT391D' }, sharesBalance: false },
    counts: { running: 1 },
  })
  const params = { productId: delegated?.id ?? '' }
  const given = await holder.call('GET /products/{productId}/delegations', { params })
  expect(given.body.delegations.map(({ email, state }) => [email, state])).toEqual([
    ['gerda@example.com', 'pending'],
    ['finn@example.com', 'accepted'],
  ])
})

test('a second start of the demo adds nothing', async () => {
  await seed(db, now)
  const { length } = await db.selectFrom('organisations').select('id').execute()
  expect(length).toBe(3)
})
