/** All SQL about links. A link's token is kept as its hash: who reads the table opens nothing. */
import type { Database, Tx } from '#database/database.ts'

/** What a link opens. */
export type Purpose =
  | { readonly kind: 'product'; readonly productId: string }
  | { readonly kind: 'delegation'; readonly delegationId: string }

/** Whether it was sent by mail, or the shop opens it by itself. */
export type Way = 'mail' | 'direct'

export type Link = {
  readonly purpose: Purpose
  readonly email: string
  readonly expiresAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
  readonly supersededAt: Temporal.Instant | null
}

export type NewLink = {
  readonly tokenHash: Buffer
  readonly purpose: Purpose
  readonly way: Way
  readonly email: string
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx
    .insertInto('links')
    .values({
      token_hash: link.tokenHash,
      ...subjectOf(link.purpose),
      way: link.way,
      email: link.email,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .execute()
}

export async function findLink(db: Database | Tx, tokenHash: Buffer): Promise<Link | undefined> {
  const row = await db
    .selectFrom('links')
    .select(['purpose', 'subject_id', 'email', 'expires_at', 'used_at', 'superseded_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return (
    row && {
      purpose: toPurpose(row.purpose, row.subject_id),
      email: row.email,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      supersededAt: row.superseded_at,
    }
  )
}

/** Of every way to the subject: what it opens is open. */
export async function updateUsedAt(tx: Tx, purpose: Purpose, at: Temporal.Instant): Promise<void> {
  const { purpose: kind, subject_id: subjectId } = subjectOf(purpose)
  await tx
    .updateTable('links')
    .set({ used_at: at })
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', kind)
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Of one way to the subject, or of every way. */
export async function updateSupersededAt(
  tx: Tx,
  { purpose, way }: { readonly purpose: Purpose; readonly way?: Way },
  at: Temporal.Instant,
): Promise<void> {
  const { purpose: kind, subject_id: subjectId } = subjectOf(purpose)
  await tx
    .updateTable('links')
    .set({ superseded_at: at })
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', kind)
    .$if(way !== undefined, (query) => query.where('way', '=', way ?? 'mail'))
    .where('used_at', 'is', null)
    .where('superseded_at', 'is', null)
    .execute()
}

/** Used or not: who closes their account is written to by none of them any more. */
export async function deleteLinksTo(tx: Tx, email: string): Promise<void> {
  await tx.deleteFrom('links').where('email', '=', email).execute()
}

function subjectOf(purpose: Purpose) {
  const subjectId = purpose.kind === 'product' ? purpose.productId : purpose.delegationId
  return { purpose: purpose.kind, subject_id: subjectId }
}

function toPurpose(kind: Purpose['kind'], subjectId: string): Purpose {
  return kind === 'product' ? { kind, productId: subjectId } : { kind, delegationId: subjectId }
}
