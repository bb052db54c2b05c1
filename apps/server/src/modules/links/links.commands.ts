/**
 * Links: who has one may open what it is for, once. They are parts of others' transactions, which
 * hold the subject (a product, …) before they come here, so that two never wait for each other.
 */
import { createHash, randomBytes } from 'node:crypto'
import { isBefore } from '@2park/domain/interval'
import type { Database, Tx } from '#database/database.ts'
import { Refused } from '#refused.ts'
import {
  findLink,
  insertLink,
  updateSupersededAt,
  updateUsedAt,
  type Link,
  type Purpose,
  type Way,
} from './links.queries.ts'

/** A mail is read when one has time; a shop opens its own link at once. */
const validFor: Readonly<Record<Way, Temporal.DurationLike>> = {
  mail: { hours: 14 * 24 },
  direct: { minutes: 10 },
}

export type IssuedLink = {
  /** In small letters, as accounts keep theirs. */
  readonly email: string
  readonly purpose: Purpose
  readonly way?: Way
}

/** A former link of the same way to the same subject opens nothing any more. */
export async function issueLink(
  tx: Tx,
  { email, purpose, way = 'mail' }: IssuedLink,
  now: Temporal.Instant,
): Promise<{ readonly token: string; readonly expiresAt: Temporal.Instant }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.add(validFor[way])
  await updateSupersededAt(tx, { purpose, way }, now)
  await insertLink(tx, { tokenHash: hashOf(token), purpose, way, email, at: now, expiresAt })
  return { token, expiresAt }
}

/** No link to the subject opens anything any more: it is for somebody else now. */
export async function supersedeLinks(
  tx: Tx,
  purpose: Purpose,
  now: Temporal.Instant,
): Promise<void> {
  await updateSupersededAt(tx, { purpose }, now)
}

/** The link of a token, if it can still be used. */
export async function getLink(
  db: Database | Tx,
  token: string,
  now: Temporal.Instant,
): Promise<Link> {
  const link = await findLink(db, hashOf(token))
  if (!link) throw new Refused('linkUnknown')
  if (link.usedAt) throw new Refused('linkUsed')
  if (link.supersededAt) throw new Refused('linkSuperseded')
  if (!isBefore(now, link.expiresAt)) throw new Refused('linkExpired')
  return link
}

/** Uses it up, and with it every other way to the same subject. */
export async function useLink(tx: Tx, token: string, now: Temporal.Instant): Promise<void> {
  // Read again, behind the lock on its subject: somebody else may have been quicker.
  const { purpose } = await getLink(tx, token, now)
  await updateUsedAt(tx, purpose, now)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
