/**
 * What many people ask or write at once, a few connections for all of them.
 *
 * While a connection is on its way, what comes meanwhile waits and travels together when it is back:
 * one message instead of ten, one process woken instead of ten, one commit instead of ten. So the more
 * there is, the less each costs. When the database refuses one of them, nothing of the trip happened:
 * each goes again by itself, and only its own fails.
 */
import pg from 'pg'
import { gather } from './gathered.ts'
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
      await everyoneHeard()
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
      const { bound, share } = gather(passengers.map((passenger) => passenger.bound))
      const shares = share(await travel(client, bound))
      for (const [index, { resolve }] of passengers.entries()) resolve(shares[index] ?? [])
    } finally {
      client.release()
    }
  } catch (error) {
    // Of a connection that broke nobody knows what happened before: nothing is tried again.
    const goesAgain = passengers.length > 1 && wasRefused(error)
    if (goesAgain) for (const passenger of passengers) await depart(pool, [passenger])
    else for (const { reject } of passengers) reject(error)
  }
}

/** What has reached this process by now has been read, so that it travels along. */
function everyoneHeard(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function wasRefused(error: unknown): boolean {
  const isEnd = (code = '') => code.startsWith('57P')
  return error instanceof pg.DatabaseError && !isEnd(error.code)
}
