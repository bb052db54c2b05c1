/**
 * Look-ups by key that many people make at once, a few connections for all of them.
 *
 * While a connection is on its way, what is asked meanwhile waits and travels together when it is
 * back: one message instead of ten, and one process woken instead of ten. So the more is asked, the
 * less each costs. When one of them fails each is asked again by itself, and only its own fails.
 */
import type pg from 'pg'
import { travel, type Bound } from './trip.ts'

type Passenger = {
  readonly bound: readonly Bound<object>[]
  readonly resolve: (rows: readonly (readonly object[])[]) => void
  readonly reject: (error: unknown) => void
}

export type SharedTrips = (bound: readonly Bound<object>[]) => Promise<readonly object[][]>

/** More would wait for each other longer than the next trip takes. */
const mostTogether = 32

export function sharedTrips(pool: pg.Pool, lanes: number): SharedTrips {
  const waiting: Passenger[] = []
  let open = 0

  const drive = async () => {
    open += 1
    try {
      while (waiting.length > 0) await depart(pool, waiting.splice(0, mostTogether))
    } finally {
      open -= 1
    }
  }
  return (bound) =>
    new Promise((resolve, reject) => {
      waiting.push({ bound, resolve: (rows) => resolve(rows as object[][]), reject })
      if (open < lanes) void drive()
    })
}

/** Tells every passenger what came of it, and never fails itself. */
async function depart(pool: pg.Pool, passengers: readonly Passenger[]): Promise<void> {
  try {
    const client = await pool.connect()
    try {
      const rows = await travel(
        client,
        passengers.flatMap(({ bound }) => bound),
      )
      let taken = 0
      for (const { bound, resolve } of passengers) {
        resolve(rows.slice(taken, (taken += bound.length)))
      }
    } finally {
      client.release()
    }
  } catch (error) {
    const [first, ...others] = passengers
    if (others.length === 0) first?.reject(error)
    else for (const passenger of passengers) await depart(pool, [passenger])
  }
}
