/**
 * How often signing in may fail: per account, so that no password is guessed, and per address, so
 * that not one password is tried on everybody. An address that is no account's counts just the same.
 */
import { beginTry, type Try } from '#http/tries.ts'
import type { World } from '#world.ts'

export const triesPerAccount = 10
export const triesPerAddress = 60

type Asking = { readonly email: string; readonly address: string }

export function beginSigningIn(world: World, { email, address }: Asking): Promise<Try> {
  return beginTry(world, [
    { of: `account ${email}`, most: triesPerAccount },
    { of: `address ${address}`, most: triesPerAddress },
  ])
}
