/**
 * How often something may be tried within a quarter of an hour, counted for whatever it is counted
 * for: an account, an address of the network. Whoever tries is counted first and forgiven after.
 */
import { createHash } from 'node:crypto'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { countTry, forgiveTry } from './tries.queries.ts'

const windowMinutes = 15

export type Limit = {
  /** What is counted, such as `account anna@example.com`; kept as a digest. */
  readonly of: string
  readonly most: number
}

export type Try = {
  /** Takes it back: it was no failure. */
  readonly forgive: () => Promise<void>
}

export async function beginTry(
  { db, now }: Pick<World, 'db' | 'now'>,
  limits: readonly Limit[],
): Promise<Try> {
  const moment = now()
  const window = windowAround(moment)
  // Addresses are personal data: what is kept is not them.
  const counted = limits.map(({ of, most }) => ({ key: digest(of), most }))
  const keys = counted.map(({ key }) => key)
  const tries = await countTry(db, keys, window.start)
  if (counted.some(({ key, most }) => (tries.get(key) ?? 0) > most)) {
    const retryAfterSeconds = Math.ceil(moment.until(window.end).total('seconds'))
    throw new Refused('tooManyRequests', { retryAfterSeconds })
  }
  return { forgive: () => forgiveTry(db, keys, window.start) }
}

function windowAround(moment: Temporal.Instant) {
  const start = moment.round({
    smallestUnit: 'minute',
    roundingIncrement: windowMinutes,
    roundingMode: 'floor',
  })
  return { start, end: start.add({ minutes: windowMinutes }) }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
