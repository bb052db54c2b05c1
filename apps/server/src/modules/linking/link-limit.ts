/**
 * How often opening links may fail, for an account and for an address of the network. What succeeds
 * is not counted: a household may open as many links as it gets.
 */
import { beginTry } from '#http/tries.ts'
import type { Actor, World } from '#world.ts'

export const triesPerAccount = 20
export const triesPerAddress = 60

type Asking = { readonly address: string; readonly actor?: Actor | undefined }

export async function limited<T>(
  world: World,
  { address, actor }: Asking,
  open: () => Promise<T>,
): Promise<T> {
  const attempt = await beginTry(world, [
    { of: `link address ${address}`, most: triesPerAddress },
    ...(actor ? [{ of: `link account ${actor.accountId}`, most: triesPerAccount }] : []),
  ])
  const opened = await open()
  await attempt.forgive()
  return opened
}
