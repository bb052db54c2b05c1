/**
 * How often signing in may fail: per account, so that no password is guessed, and per address, so
 * that not one password is tried on everybody. An address that is no account's counts just the same.
 */
import { createHash } from 'node:crypto'
import type { World } from '#world.ts'
import { countTry, forgiveTry } from './tries.queries.ts'

const windowMinutes = 15
export const triesPerAccount = 10
export const triesPerAddress = 60

type Asking = { readonly email: string; readonly address: string }

export type Try =
  | { readonly outcome: 'allowed'; readonly forgive: () => Promise<void> }
  | { readonly outcome: 'tooMany'; readonly retryAfterSeconds: number }

export async function beginTry({ db, now }: World, { email, address }: Asking): Promise<Try> {
  const moment = now()
  const window = windowAround(moment)
  // Addresses are personal data: what is kept is not them.
  const account = digest(`account ${email}`)
  const network = digest(`address ${address}`)
  const tries = await countTry(db, [account, network], window.start)
  const isTooMany =
    (tries.get(account) ?? 0) > triesPerAccount || (tries.get(network) ?? 0) > triesPerAddress
  if (isTooMany) {
    const retryAfterSeconds = Math.ceil(moment.until(window.end).total('seconds'))
    return { outcome: 'tooMany', retryAfterSeconds }
  }
  return { outcome: 'allowed', forgive: () => forgiveTry(db, [account, network], window.start) }
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
