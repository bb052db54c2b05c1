import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { buildApp } from '#app.ts'
import { anySecrets } from '../test/any-secrets.ts'
import { signedIn } from '../test/http-client.ts'
import { databaseOn } from '../test/administer.ts'
import { testDatabase } from '../test/test-database.ts'
import { speaking, startData, valueOf } from '../test/two-park/speaker.ts'
import { demoAccounts, seed } from './seed.ts'

const db = await testDatabase()
const other = await testDatabase()
const seededAt = Temporal.Instant.from('2026-11-23T10:00:00+01:00')
let now = seededAt
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

test('Anna’s product in Waterdam goes by the id that clients of the 2Park protocol know', async () => {
  now = seededAt
  const { email, password } = demoAccounts[0]
  const { ask } = await speaking(app, { email, password })
  const { data } = await ask('get_categories')
  const products = data.categories.flatMap(({ cty_products }) => cty_products)
  expect(products.map(({ pdt_id }) => pdt_id)).toEqual(['BDABZRG_1317$9000001'])
  const [product] = products
  const wish = { plate: 'GBB01B', start: '23-11-2026 10:00:00', end: '23-11-2026 11:00:00' }
  const started = await ask('start_action', {
    product_id: product?.pdt_id ?? '',
    data: startData({ ...wish, location: 'BDA1317' }),
  })
  expect(valueOf(started.data.atn_parameters, 'LOC_CODE')).toBe('BDA1317')
})

test('a second start of the demo adds nothing', async () => {
  await seed(db, now)
  const { length } = await db.selectFrom('organisations').select('id').execute()
  expect(length).toBe(3)
})

test('Anna has half a year of history, of which the oldest plates are forgotten (K1, K7)', async () => {
  now = seededAt
  const { call } = await signedIn(app, demoAccounts[0])
  const { body } = await call('GET /products')
  const params = { productId: body.products[0]?.id ?? '' }
  const counts = await call('GET /products/{productId}/history', { params })
  expect(counts.body.parkingSessions.value).toBeGreaterThan(30)
  const forgotten = await sql<{ count: number }>`
    select count(*) from parking_sessions where plate is null
  `.execute(db)
  expect(forgotten.rows[0]?.count).toBeGreaterThan(10)
})

test('Bram is below his alarm, and Anna above hers (M3)', async () => {
  for (const [account, isBelow] of [
    [demoAccounts[0], false],
    [demoAccounts[1], true],
  ] as const) {
    const { call } = await signedIn(app, account)
    expect((await call('GET /balance-alarms')).body.balanceAlarms).toMatchObject([{ isBelow }])
  }
})

test('O1–O3: the other kinds of product are held by people in states of their own', async () => {
  now = seededAt
  const shown: Record<string, object | undefined> = {}
  for (const account of demoAccounts) {
    const { call } = await signedIn(app, account)
    const { body } = await call('GET /products')
    const product = body.products.find(({ kind }) => kind !== 'visitor') ?? body.products[0]
    shown[account.email.split('@')[0] ?? ''] = product
  }
  expect(shown).toMatchObject({
    greta: {
      kind: 'temporaryPlate',
      activePlate: { number: '62XRNZ' },
      counts: { running: 1 },
      organisation: { name: 'Waterdam' },
    },
    hugo: { kind: 'plateSwitch', plates: [{}, {}], organisation: { name: 'Heuvelrade' } },
    ivo: { kind: 'prepaid', locationCount: 2, counts: { running: 1 } },
    jet: {
      kind: 'pool',
      rights: { bought: 3, inUse: 2 },
      organisation: { name: 'Zilverdijk' },
    },
    kees: { kind: 'visitor', balance: { value: 0 } },
  })
  expect(shown['hugo']).not.toHaveProperty('activePlate')
})

test('one command makes the demo as new, whatever was in it; never in production', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(other)
  const url = databaseOn(inject('postgres').server, rows[0]?.name ?? '')
  const program = fileURLToPath(new URL('reset.ts', import.meta.url))
  const reset = (env: Readonly<Record<string, string>>) =>
    promisify(execFile)(process.execPath, [program], { env })
  await seed(other, seededAt)
  const { stdout } = await reset({ DATABASE_URL: url, NODE_ENV: 'development' })
  expect(stdout).toContain('The demo is as new.')
  const towns = await sql<{ count: number }>`select count(*) from organisations`.execute(other)
  expect(towns.rows).toEqual([{ count: 3 }])
  const production = {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'nobody@example.com',
    MOLLIE_API_KEY: 'test_nobody_pays_here',
  }
  await expect(reset(production)).rejects.toThrow('Only a demo can be reset.')
}, 60_000)
