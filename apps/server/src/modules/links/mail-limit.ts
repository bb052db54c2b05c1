/** So that nobody's mailbox is filled with links, from whichever side they are sent. */
import type { Limit } from '#http/tries.ts'

export const linkMailsPerAddress = 10

export function linkMailLimit(email: string): Limit {
  return { of: `link mail ${email}`, most: linkMailsPerAddress }
}
