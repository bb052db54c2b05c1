import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { databaseOn } from '../../test/administer.ts'
import { testDatabase } from '../../test/test-database.ts'
import {
  closeDatabase,
  hotTransaction,
  lookUp,
  openDatabase,
  pipeOf,
  run,
  statement,
} from './database.ts'
import { gathered } from './gathered.ts'

const db = await testDatabase()

const same = statement<{ same: unknown }>('test same', 'select $1::timestamptz as same')
const quotient = statement<{ quotient: number }>('test quotient', 'select 1 / $1::int as quotient')
const write = statement('test write', 'insert into rate_limits values ($1, now(), 1)')
const lock = statement('test lock', 'select from rate_limits where key = $1 for update')
const tries = statement<{ tries: number }>(
  'test tries',
  'select tries from rate_limits where key = $1',
)
const count = statement('test count', 'update rate_limits set tries = $2 where key = $1')

describe('a value on its way to the database and back', () => {
  test('stays the same instant, to the microsecond', async () => {
    const instant = Temporal.Instant.from('2026-10-25T02:30:00.123456+01:00')
    const [row] = await run(db, same(instant))
    expect(String(row?.same)).toBe('2026-10-25T01:30:00.123456Z')
  })

  test('is an instant, a date or a number, also through Kysely', async () => {
    const date = Temporal.PlainDate.from('2026-03-02')
    const { rows } = await sql<{ date: unknown; amount: unknown; array: unknown }>`
      select ${date}::date as date, 9007199254740991::bigint as amount
    `.execute(db)
    expect(String(rows[0]?.date)).toBe('2026-03-02')
    expect(rows[0]?.amount).toBe(Number.MAX_SAFE_INTEGER)
  })
})

describe('a hot transaction', () => {
  test('answers each statement and keeps what it wrote', async () => {
    const key = randomUUID()
    const answer = await hotTransaction(db, async ({ ask, commit }) => {
      const [[first], [second]] = await ask(quotient(1), quotient(-1))
      await commit(write(key))
      return [first?.quotient, second?.quotient]
    })
    expect(answer).toEqual([1, -1])
    expect(await run(db, tries(key))).toEqual([{ tries: 1 }])
  })

  test('keeps nothing of work that throws', async () => {
    const key = randomUUID()
    const work = hotTransaction(db, async ({ ask }) => {
      await ask(write(key))
      throw new Error('refused')
    })
    await expect(work).rejects.toThrow('refused')
    expect(await run(db, tries(key))).toEqual([])
  })

  test('keeps nothing of work that never commits', async () => {
    const key = randomUUID()
    await hotTransaction(db, ({ ask }) => ask(write(key)))
    expect(await run(db, tries(key))).toEqual([])
  })

  test('says the first thing that went wrong, and leaves the connection fit for the next', async () => {
    const key = randomUUID()
    const failing = hotTransaction(db, ({ ask }) => ask(quotient(0), write(key)))
    await expect(failing).rejects.toThrow('division by zero')
    const late = hotTransaction(db, async ({ ask, commit }) => {
      await ask(write(key))
      await commit(quotient(0))
    })
    await expect(late).rejects.toThrow('division by zero')
    expect(await run(db, tries(key))).toEqual([])
    await hotTransaction(db, ({ commit }) => commit(write(key)))
    expect(await run(db, tries(key))).toEqual([{ tries: 1 }])
  })

  // Guarantees that what stands behind a lock is read under it, though both are sent at once.
  test('reads behind its lock what the one before it wrote', async () => {
    const key = randomUUID()
    await hotTransaction(db, ({ commit }) => commit(write(key)))
    const once = () =>
      hotTransaction(db, async ({ ask, commit }) => {
        const [, [row]] = await ask(lock(key), tries(key))
        await commit(count(key, (row?.tries ?? 0) + 1))
      })
    await Promise.all(Array.from({ length: 50 }, once))
    expect(await run(db, tries(key))).toEqual([{ tries: 51 }])
  })

  test('is refused within another transaction', async () => {
    const nested = db.transaction().execute((tx) => hotTransaction(tx, ({ ask }) => ask()))
    await expect(nested).rejects.toThrow('opened on the database')
  })
})

describe('what many look up at once', () => {
  const divisors = Array.from({ length: 100 }, (_, index) => index + 1)

  test('is answered to each by its own rows', async () => {
    const instants = divisors.map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds))
    const rows = await Promise.all(instants.map((instant) => lookUp(db, same(instant))))
    expect(rows.map(([row]) => String(row?.same))).toEqual(instants.map(String))
  })

  test('fails for whom it fails, and for nobody beside them', async () => {
    const asked = divisors.map((divisor) => lookUp(db, quotient(divisor === 50 ? 0 : divisor)))
    const outcomes = await Promise.allSettled(asked)
    expect(
      outcomes.flatMap(({ status }, index) => (status === 'rejected' ? index + 1 : [])),
    ).toEqual([50])
    expect(outcomes[0]).toEqual({ status: 'fulfilled', value: [{ quotient: 1 }] })
  })

  test('comes together with what else one asked for', async () => {
    const { ask } = pipeOf(db)
    const [[one], [other]] = await ask(quotient(1), quotient(-1))
    expect([one?.quotient, other?.quotient]).toEqual([1, -1])
  })
})

describe('what many write at once', () => {
  test('is kept of each, though they share a commit', async () => {
    const keys = Array.from({ length: 100 }, () => randomUUID())
    const { commit } = pipeOf(db)
    await Promise.all(keys.map((key) => commit(write(key))))
    const kept = await Promise.all(keys.map((key) => run(db, tries(key))))
    expect(kept).toEqual(keys.map(() => [{ tries: 1 }]))
  })

  test('fails whole for whom it fails, and for nobody beside them', async () => {
    const keys = Array.from({ length: 100 }, () => randomUUID())
    const { commit } = pipeOf(db)
    const outcomes = await Promise.allSettled(
      keys.map((key, index) => commit(write(key), quotient(index === 50 ? 0 : 1))),
    )
    const failed = outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))
    expect(failed).toEqual([50])
    const kept = await Promise.all(keys.map((key) => run(db, tries(key))))
    expect(kept.flatMap((rows, index) => (rows.length === 0 ? [index] : []))).toEqual([50])
  })
})

describe('a statement over records', () => {
  const quotients = gathered<{ readonly quotient: number; readonly with: number }>('quotients', {
    as: 'asked',
    columns: 'divisor integer',
    text: (records) => `
    select position, 100 / divisor as quotient, count(*) over () as with
      from ${records}, generate_series(1, 2)`,
  })

  test('is one for those who travel together, and each has the rows of their own', async () => {
    const divisors = [1, 2, 4, 5, 10, 20, 25, 50, 100]
    const answers = await Promise.all(divisors.map((divisor) => lookUp(db, quotients({ divisor }))))
    const expected = divisors.map((divisor) => [100 / divisor, 100 / divisor])
    expect(answers.map((rows) => rows.map((row) => row.quotient))).toEqual(expected)
    expect(answers.map(([row]) => row?.with)).toEqual(divisors.map(() => 2 * divisors.length))
  })

  test('fails for whom it fails, and for nobody beside them', async () => {
    const asked = [1, 2, 0, 4].map((divisor) => lookUp(db, quotients({ divisor })))
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true])
  })

  test('stands beside others in the list of what one asks', async () => {
    const { ask } = pipeOf(db)
    const all = await Promise.all(
      [1, 2, 4].map((divisor) => ask(quotients({ divisor }), quotient(divisor))),
    )
    expect(all.map(([[ofRecord], [ofOwn]]) => [ofRecord?.quotient, ofOwn?.quotient])).toEqual([
      [100, 1],
      [50, 0],
      [25, 0],
    ])
  })
})

test('a statement of which the first try failed is asked again on the same connection', async () => {
  const key = randomUUID()
  const fresh = statement<{ quotient: number }>(`test ${key}`, 'select 1 / $1::int as quotient')
  const twice = hotTransaction(db, async ({ ask }) => {
    await ask(quotient(1), fresh(0))
  })
  await expect(twice).rejects.toThrow('division by zero')
  for (let turn = 0; turn < 20; turn++) expect(await run(db, fresh(1))).toEqual([{ quotient: 1 }])
})

test('closing a database closes the connections that only hot transactions used', async () => {
  const name = `closing-${randomUUID()}`
  const url = databaseOn(inject('postgres').server, 'postgres')
  const separator = url.includes('?') ? '&' : '?'
  const closing = openDatabase(`${url}${separator}application_name=${name}`)
  await run(closing, quotient(1))
  await closeDatabase(closing)
  await expect.poll(() => connectionsOf(name)).toBe(0)
})

async function connectionsOf(name: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where application_name = ${name}
  `.execute(db)
  return rows[0]?.count ?? 0
}
