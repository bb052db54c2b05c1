import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { databaseOn } from '../../test/administer.ts'
import { testDatabase } from '../../test/test-database.ts'
import { forgetting } from './forgetting.ts'
import { startJobs } from './jobs.ts'

const db = await testDatabase()
const noon = Temporal.Instant.from('2026-03-02T12:00+01:00')
const now = () => noon
const account = randomUUID()
const otherAccount = randomUUID()

beforeAll(async () => {
  await db
    .insertInto('accounts')
    .values(
      [account, otherAccount].map((id) => ({
        id,
        email: `${id}@example.com`,
        password_hash: 'x',
        created_at: noon,
      })),
    )
    .execute()
})

describe('forgetting', () => {
  test('keeps answers to writing calls for a day', async () => {
    const keep = (key: string, age: Temporal.DurationLike) =>
      db
        .insertInto('idempotency_keys')
        .values({
          caller_id: account,
          key,
          fingerprint: Buffer.from(key),
          status: 204,
          body: 'null',
          created_at: noon.subtract(age),
        })
        .execute()
    await keep('a day old', { hours: 24 })
    await keep('a second less', { hours: 23, minutes: 59, seconds: 59 })
    await run('forget-idempotency-keys')
    const keys = await db.selectFrom('idempotency_keys').select('key').execute()
    expect(keys).toEqual([{ key: 'a second less' }])
  })

  test('keeps sign-ins until they expire', async () => {
    const keep = (browser: string, left: Temporal.DurationLike) =>
      db
        .insertInto('sign_ins')
        .values({
          id: randomUUID(),
          browser,
          account_id: account,
          created_at: noon,
          seen_at: noon,
          expires_at: noon.add(left),
        })
        .execute()
    await keep('expires now', { seconds: 0 })
    await keep('a second left', { seconds: 1 })
    await run('forget-sign-ins')
    const rows = await db.selectFrom('sign_ins').select('browser').execute()
    expect(rows).toEqual([{ browser: 'a second left' }])
  })

  test.each([
    ['forget-password-resets', 'password_resets'],
    ['forget-email-changes', 'email_changes'],
  ] as const)('%s keeps what a mail leads back with while it holds', async (job, table) => {
    const keep = (email: string, accountId: string, left: Temporal.DurationLike) =>
      db
        .insertInto(table)
        .values({
          token_hash: Buffer.from(email),
          email,
          ...(table === 'email_changes' && { account_id: accountId }),
          expires_at: noon.add(left),
        })
        .execute()
    await keep('over@example.com', account, { seconds: 0 })
    await keep('holds@example.com', otherAccount, { seconds: 1 })
    await run(job)
    const rows = await db.selectFrom(table).select('email').execute()
    expect(rows).toEqual([{ email: 'holds@example.com' }])
  })

  test('keeps used proofs of work until they would not be accepted anyway', async () => {
    const keep = (signature: string, left: Temporal.DurationLike) =>
      db
        .insertInto('spent_proofs')
        .values({ signature: Buffer.from(signature), expires_at: noon.add(left) })
        .execute()
    await keep('over', { seconds: 0 })
    await keep('holds', { seconds: 1 })
    await run('forget-spent-proofs')
    const rows = await db.selectFrom('spent_proofs').select('signature').execute()
    expect(rows.map(({ signature }) => signature.toString())).toEqual(['holds'])
  })

  test('keeps challenges of passkeys, and sign-ins that wait, until they expire', async () => {
    const keep = async (token: string, left: Temporal.DurationLike) => {
      const [hash, expires_at] = [Buffer.from(token), noon.add(left)]
      await db
        .insertInto('passkey_challenges')
        .values({ challenge_hash: hash, purpose: 'signIn', account_id: null, expires_at })
        .execute()
      await db
        .insertInto('pending_sign_ins')
        .values({ token_hash: hash, account_id: account, is_remembered: false, expires_at })
        .execute()
    }
    await keep('expires now', { seconds: 0 })
    await keep('a second left', { seconds: 1 })
    await run('forget-passkey-challenges')
    await run('forget-pending-sign-ins')
    const challenges = await db.selectFrom('passkey_challenges').selectAll().execute()
    expect(challenges.map((row) => row.challenge_hash.toString())).toEqual(['a second left'])
    const pending = await db.selectFrom('pending_sign_ins').selectAll().execute()
    expect(pending.map((row) => row.token_hash.toString())).toEqual(['a second left'])
  })

  // More than one deletion takes at a time.
  test('keeps the tries that are counted for a day', async () => {
    await sql`
      insert into rate_limits
      select 'someone', ${noon.subtract({ hours: 24 })}::timestamptz - n * interval '1 minute', 1
        from generate_series(-1, 2500) as n`.execute(db)
    await run('forget-rate-limits')
    const rows = await db.selectFrom('rate_limits').select('window_starts').execute()
    expect(rows.map((row) => String(row.window_starts))).toEqual(['2026-03-01T11:01:00Z'])
  })

  test('keeps links for ninety days after they expired, to say so', async () => {
    const keep = (token: string, expiresAt: Temporal.Instant) =>
      db
        .insertInto('links')
        .values({
          token_hash: Buffer.from(token),
          purpose: 'product',
          subject_id: randomUUID(),
          way: 'mail',
          email: 'a@example.com',
          created_at: noon,
          expires_at: expiresAt,
        })
        .execute()
    const longAgo = noon.subtract({ hours: 90 * 24 })
    await keep('long ago', longAgo)
    await keep('a second less', longAgo.add({ seconds: 1 }))
    await run('forget-links')
    const rows = await db.selectFrom('links').select('token_hash').execute()
    expect(rows.map((row) => row.token_hash.toString())).toEqual(['a second less'])
  })

  test('keeps mails for two weeks once they are sent or given up, and others until then', async () => {
    const write = (
      kind: string,
      fate: { sent_at?: Temporal.Instant; given_up_at?: Temporal.Instant },
    ) => {
      const says = fate.sent_at ? {} : { recipient: 'a@example.com', content: '{}' }
      const created = noon.subtract({ hours: 14 * 24, seconds: 1 })
      return db
        .insertInto('outbox')
        .values({
          id: randomUUID(),
          kind,
          language: 'nl',
          created_at: created,
          next_try_at: created,
          ...says,
          ...fate,
        })
        .execute()
    }
    await write('sent', { sent_at: noon })
    await write('given up', { given_up_at: noon })
    await write('waiting', {})
    await run('forget-outbox')
    const rows = await db.selectFrom('outbox').select('kind').execute()
    expect(rows).toEqual([{ kind: 'waiting' }])
  })

  test('keeps the mails of a demo for two weeks', async () => {
    const receive = (subject: string, age: Temporal.DurationLike) =>
      db
        .insertInto('demo_mails')
        .values({
          id: randomUUID(),
          recipient: 'a@example.com',
          subject,
          text: '',
          html: '',
          attachments: '[]',
          received_at: noon.subtract(age),
        })
        .execute()
    await receive('two weeks old', { hours: 14 * 24 })
    await receive('a second less', { hours: 14 * 24 - 1, minutes: 59, seconds: 59 })
    await run('forget-demo-mails')
    const rows = await db.selectFrom('demo_mails').select('subject').execute()
    expect(rows).toEqual([{ subject: 'a second less' }])
  })
})

describe('the timetable', () => {
  test('has every job, and what is queued is done', async () => {
    const { current } = await sql<{ current: string }>`select current_database() as current`
      .execute(db)
      .then(({ rows }) => rows[0] ?? { current: '' })
    const url = databaseOn(inject('postgres').server, current)
    const boss = new PgBoss({ connectionString: url, schema: 'jobs', schedule: false })
    await boss.start()
    await boss.createQueue('test-job')
    await boss.send('test-job')
    await boss.createQueue('job-of-an-older-version')
    await boss.schedule('job-of-an-older-version', '0 0 1 1 *')

    const done = Promise.withResolvers<Temporal.Instant>()
    const job = {
      name: 'test-job',
      cron: '0 0 1 1 *',
      run: async (world: { now: () => Temporal.Instant }) => done.resolve(world.now()),
    }
    const jobs = await startJobs({
      url,
      world: { db, now },
      jobs: [...forgetting, job],
      report: done.reject,
    })
    onTestFinished(() => Promise.all([jobs.stop(), boss.stop()]).then(() => undefined))
    expect(await done.promise).toEqual(noon)
    const names = (await boss.getSchedules()).map((schedule) => schedule.name)
    expect(names.toSorted()).toEqual([...forgetting, job].map(({ name }) => name).toSorted())
  })
})

async function run(name: string): Promise<void> {
  await forgetting.find((job) => job.name === name)?.run({ db, now })
}
