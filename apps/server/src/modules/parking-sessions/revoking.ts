/** Revoking a delegation, and stopping what its delegate has parked in the same step (J6). */
import type { RefusalCode } from '@2park/contract/problems'
import { revokeDelegation } from '#modules/delegations/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { deleteSession, stopSession } from './parking-sessions.commands.ts'
import { listCurrentOfDelegation } from './revoking.queries.ts'

type Revoking = Parameters<typeof revokeDelegation>[2] & { readonly stopSessions: boolean }

/**
 * First nothing can be started any more, then what there is is ended one by one, each in a
 * transaction of its own. Should this break off, a retry goes on where it was: revoking what is
 * revoked changes nothing.
 */
export async function revokeAndStop(
  world: World,
  actor: Actor,
  { stopSessions, keep, ...which }: Revoking,
): ReturnType<typeof revokeDelegation> {
  if (!stopSessions) return revokeDelegation(world, actor, { ...which, keep })
  await revokeDelegation(world, actor, which)
  const sessions = await listCurrentOfDelegation(world.db, which.delegationId, world.now())
  for (const sessionId of sessions) await end(world, actor, sessionId)
  return revokeDelegation(world, actor, { ...which, keep })
}

/** What ends or begins meanwhile is no reason to leave the rest as it is. */
async function end(world: World, actor: Actor, sessionId: string): Promise<void> {
  if (await isDone(stopSession(world, actor, { sessionId }), 'notBegun')) return
  if (await isDone(deleteSession(world, actor, { sessionId }), 'alreadyBegun')) return
  await isDone(stopSession(world, actor, { sessionId }), 'notBegun')
}

/** False where it is to be ended in the other way; what ended by itself is done. */
async function isDone(ending: Promise<unknown>, otherWay: RefusalCode): Promise<boolean> {
  try {
    await ending
    return true
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code === otherWay) return false
    if (error.code === 'sessionEnded' || error.code === 'notFound') return true
    throw error
  }
}
