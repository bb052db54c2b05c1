import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { databaseOn } from './administer.ts'
import { launchServer } from './launched-server.ts'
import { testDatabase } from './test-database.ts'

const db = await testDatabase()
const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
const production = launchServer({
  environment: {
    NODE_ENV: 'production',
    DATABASE_URL: databaseOn(inject('postgres').server, rows[0]?.name ?? ''),
    SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'nobody@example.com',
    MOLLIE_API_KEY: 'test_nobody_pays_here',
  },
})
afterAll(async () => {
  production.kill('SIGTERM')
  await production.ended
})

test('production has none of the doors of a demo, and nobody of its people', async () => {
  const address = await production.address()
  for (const path of ['/demo/clock', '/demo/mailbox', '/sandbox-bank/x']) {
    expect((await fetch(new URL(path, address))).status).toBe(404)
  }
  const moving = { method: 'POST', body: new URLSearchParams({ to: 'week' }) }
  expect((await fetch(new URL('/demo/clock', address), moving)).status).toBe(404)
  expect(await db.selectFrom('organisations').select('id').execute()).toEqual([])
  expect(await db.selectFrom('demo_clock').selectAll().execute()).toEqual([])
}, 60_000)
