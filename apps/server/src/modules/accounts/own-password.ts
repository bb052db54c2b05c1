/** Before something that a passer-by at an open screen must not do: the password once more (ASVS 7.5.1). */
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { findAccount, type Known } from './accounts.queries.ts'
import { isPasswordOf } from './passwords.ts'
import { beginSigningIn } from './sign-in-limit.ts'

type Given = {
  readonly password: string
  /** Of the network that the call came from. */
  readonly address: string
}

/** The actor's account, if that is their password. Guesses count with those on the sign-in page. */
export async function requireOwnPassword(
  world: World,
  { accountId }: Actor,
  { password, address }: Given,
): Promise<Known> {
  const account = await findAccount(world.db, accountId)
  if (!account) throw new Refused('notSignedIn')
  const attempt = await beginSigningIn(world, { email: account.email, address })
  if (!(await isPasswordOf(account.passwordHash, password))) throw new Refused('passwordWrong')
  await attempt.forgive()
  return account
}
