/** So many tries in a window of time, and then none until the next one begins. */
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { countTry, forgiveTry } from '#http/tries.queries.ts'

export type TryWindow = {
  /** Of whom or what, and nothing that is anybody's address. */
  readonly key: string
  readonly minutes: number
  readonly most: number
}

/** Counts a try before it is made, and refuses it where there were too many. The answer takes it back. */
export async function countTries(
  { db, now }: World,
  windows: readonly TryWindow[],
): Promise<() => Promise<void>> {
  const moment = now()
  const begun = windows.map(({ key, minutes, most }) => ({
    key: `${key} in ${minutes} minutes`,
    most,
    start: startOf(moment, minutes),
    end: startOf(moment, minutes).add({ minutes }),
  }))
  for (const { key, most, start, end } of begun) {
    const tries = (await countTry(db, [key], start)).get(key) ?? 0
    if (tries <= most) continue
    const retryAfterSeconds = Math.ceil(moment.until(end).total('seconds'))
    throw new Refused('tooManyRequests', { retryAfterSeconds })
  }
  return async () => {
    for (const { key, start } of begun) await forgiveTry(db, [key], start)
  }
}

function startOf(moment: Temporal.Instant, minutes: number): Temporal.Instant {
  return moment.round({
    smallestUnit: 'minute',
    roundingIncrement: minutes,
    roundingMode: 'floor',
  })
}
