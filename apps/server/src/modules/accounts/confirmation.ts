/**
 * What matters most is done by who showed just now who they are: at signing in, or by their password
 * since. Somebody who finds a device signed in can't take the account over with it.
 */
import { isBefore } from '@2park/domain/interval'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { findConfirmedAt, markConfirmed } from './confirmation.queries.ts'
import { requireOwnPassword } from './own-password.ts'

const confirmedFor = { minutes: 10 }

export async function requireConfirmed(
  { db, now }: World,
  signInId: string | undefined,
): Promise<void> {
  const at = signInId === undefined ? undefined : await findConfirmedAt(db, signInId)
  if (!at || !isBefore(now(), at.add(confirmedFor))) throw new Refused('passwordNeeded')
}

type Given = {
  readonly password: string
  /** Of the network that the call came from. */
  readonly address: string
  readonly signInId: string | undefined
}

export async function confirmByPassword(
  world: World,
  actor: Actor,
  { signInId, ...typed }: Given,
): Promise<void> {
  await requireOwnPassword(world, actor, typed)
  if (signInId !== undefined) await markConfirmed(world.db, signInId, world.now())
}
