/**
 * How many mails somebody may have us send who only typed an address: so many to one address, known
 * or not, that nobody's box is filled, and so many from one network.
 */
import { beginTry } from '#http/tries.ts'
import type { World } from '#world.ts'

export const mailsPerRecipient = 3
export const mailsPerAddress = 20

type Asking = { readonly email: string; readonly address: string }

export async function beginMailing(world: World, { email, address }: Asking): Promise<void> {
  await beginTry(world, [
    { of: `mail to ${email}`, most: mailsPerRecipient },
    { of: `mail from ${address}`, most: mailsPerAddress },
  ])
}
