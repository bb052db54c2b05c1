/**
 * How often something may be tried within a window of time, counted for whatever it is counted for:
 * an account, an address of the network. Whoever tries is counted first and forgiven after.
 */
import { createHash } from 'node:crypto'
import { invariant } from '@2park/domain/invariant'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import type { Allowance } from './rate-limit.ts'
import { countTries, forgiveTries, type Window } from './tries.queries.ts'

const usualMinutes = 15

export type Limit = {
  /** What is counted, such as `account anna@example.com`; kept as a digest. */
  readonly of: string
  readonly most: number
  /** How long the window is: a quarter of an hour, unless it is said. */
  readonly minutes?: number
}

export type Try = {
  /** Of the limit that is nearest. */
  readonly allowance: Allowance
  /** Takes it back: it was no failure. */
  readonly forgive: () => Promise<void>
}

export async function beginTry(
  { db, now }: Pick<World, 'db' | 'now'>,
  limits: readonly Limit[],
): Promise<Try> {
  const moment = now()
  const windows = limits.map((limit) => windowOf(limit, moment))
  const tries = await countTries(db, windows)
  const allowances = windows.map(({ key, most, starts, ends }) => ({
    quota: most,
    windowSeconds: starts.until(ends).total('seconds'),
    left: most - (tries.get(key) ?? 0),
    resetSeconds: Math.ceil(moment.until(ends).total('seconds')),
  }))
  const [longest] = allowances
    .filter(({ left }) => left < 0)
    .toSorted((a, b) => b.resetSeconds - a.resetSeconds)
  if (longest) throw tooMany({ ...longest, left: 0 })
  const [nearest] = allowances.toSorted((a, b) => a.left - b.left)
  invariant(nearest !== undefined, 'a try of which nothing is counted')
  return { allowance: nearest, forgive: () => forgiveTries(db, windows) }
}

/** The whole quota is used up. */
export function tooMany(allowance: Allowance): Refused {
  return new Refused('tooManyRequests', { retryAfterSeconds: allowance.resetSeconds, allowance })
}

function windowOf({ of, most, minutes = usualMinutes }: Limit, moment: Temporal.Instant) {
  const starts = moment.round({
    smallestUnit: 'minute',
    roundingIncrement: minutes,
    roundingMode: 'floor',
  })
  // Addresses are personal data: what is kept is not them.
  const key = digest(minutes === usualMinutes ? of : `${of} in ${minutes} minutes`)
  return { key, most, starts, ends: starts.add({ minutes }) } satisfies Window & { most: number }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
