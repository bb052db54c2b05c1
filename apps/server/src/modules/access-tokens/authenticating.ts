/**
 * Knowing a token again. A program that calls too often waits, and so does a network that shows too
 * many that are none.
 */
import type { Allowance } from '#http/rate-limit.ts'
import { beginTry } from '#http/tries.ts'
import type { World } from '#world.ts'
import { findByHash, findById, markSaid, markUsed, type ByHash } from './access-tokens.queries.ts'
import { hashOf } from './making.commands.ts'

export const callsPerQuarter = 900
export const failuresPerAddress = 60
/** People want to know whether something still uses it, not when to the second. */
const noticedEvery = { minutes: 1 }

/** Whether what somebody shows is one of these, rather than a password. */
export function isAccessToken(text: string): boolean {
  return /^2park_[\w-]{43}$/.test(text)
}

type Shown = {
  readonly token: string
  /** Of the network that the call came from. */
  readonly address: string
}

/** How often it may still be called by. */
type Noticed = ByHash & { readonly allowance: Allowance }

export type Program = Omit<Noticed, 'scope'> & { readonly scope: 'read' | 'park' }

/** Of whom, and for what, a call to the API is. */
export async function authenticateProgram(
  world: World,
  shown: Shown,
): Promise<Program | undefined> {
  const token = await recognise(world, shown, ({ scope }) => scope !== 'calendar')
  // What was asked for says that it is no calendar's.
  return token as Program | undefined
}

/** The same of one that was shown before, and holds still. */
export async function findProgram(world: World, id: string): Promise<Program | undefined> {
  const found = await findById(world.db, id, world.now())
  if (!found || found.scope === 'calendar') return undefined
  return { ...(await notice(world, found)), scope: found.scope }
}

/** Of whom, and of what, a calendar is. */
export async function authenticateCalendar(
  world: World,
  shown: Shown,
): Promise<ByHash | undefined> {
  return recognise(world, shown, ({ scope }) => scope === 'calendar')
}

/** Since when a calendar says what it says now. */
export async function rememberSaid(
  { db, now }: World,
  said: { readonly id: string; readonly digest: Buffer },
): Promise<Temporal.Instant> {
  return markSaid(db, said, now())
}

async function recognise(
  world: World,
  { token, address }: Shown,
  isWanted: (found: ByHash) => boolean,
): Promise<Noticed | undefined> {
  const now = world.now()
  const found = await findByHash(world.db, hashOf(token), now)
  if (!found || !isWanted(found)) {
    await beginTry(world, [{ of: `access token from ${address}`, most: failuresPerAddress }])
    return undefined
  }
  return notice(world, found)
}

/** Counts a call that is made by it. */
async function notice(world: World, found: ByHash): Promise<Noticed> {
  const { id, lastUsedAt } = found
  const now = world.now()
  const { allowance } = await beginTry(world, [{ of: `access token ${id}`, most: callsPerQuarter }])
  const isNoticed = lastUsedAt && Temporal.Instant.compare(now, lastUsedAt.add(noticedEvery)) < 0
  if (!isNoticed) await markUsed(world.db, id, now)
  return { ...found, allowance }
}
