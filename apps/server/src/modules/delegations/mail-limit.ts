/**
 * How many invitations one address gets, whoever sends them and however often again: they are mails to
 * somebody who did not ask for them. What is refused is not sent, and does not count.
 */
import { beginTry } from '#http/tries.ts'
import { linkMailLimit } from '#modules/links/index.ts'
import type { World } from '#world.ts'

export const mailsPerDay = 12

export async function limitMails<T>(
  world: World,
  email: string,
  send: () => Promise<T>,
): Promise<T> {
  const inADay = { of: `invitation ${email}`, most: mailsPerDay, minutes: 24 * 60 }
  const attempt = await beginTry(world, [linkMailLimit(email), inADay])
  try {
    return await send()
  } catch (error) {
    await attempt.forgive()
    throw error
  }
}
