/**
 * The clock of a demo: ahead of the real one by as much as somebody chose, so that the end of a day, a
 * new period, and thirteen weeks can be walked through (E5, P3, K7). It is kept in the database, and
 * goes forward only: what has happened by it is in the ledger.
 */
import type { Database } from '#database/database.ts'
import { readAhead, saveAhead } from './demo-clock.queries.ts'

export type DemoClock = {
  readonly now: () => Temporal.Instant
  /** Whether it was moved: not to a moment that is past, or more than ten years away. */
  readonly moveTo: (at: Temporal.Instant) => Promise<boolean>
}

const farthest = { hours: 10 * 365 * 24 }

export async function openDemoClock(
  db: Database,
  realNow: () => Temporal.Instant,
): Promise<DemoClock> {
  let aheadMs = await readAhead(db)
  const now = () => realNow().add({ milliseconds: aheadMs })
  return {
    now,
    moveTo: async (at) => {
      const isForward = Temporal.Instant.compare(now(), at) < 0
      const isNear = Temporal.Instant.compare(at, realNow().add(farthest)) <= 0
      if (!isForward || !isNear) return false
      aheadMs = Math.round(realNow().until(at).total('milliseconds'))
      await saveAhead(db, aheadMs)
      return true
    },
  }
}
