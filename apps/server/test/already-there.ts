/** What was there before a test began, written at once: coming to it is not what the test is about. */
import { randomUUIDv7 } from 'node:crypto'
import type { Database } from '#database/database.ts'
import type { Arranged } from './arrange.ts'

type Ended = { readonly plate: string; readonly end: Temporal.Instant }

/** Half an hour each, for nothing. */
export async function insertEnded(
  db: Database,
  { organisationId, productId, accountId }: Arranged,
  sessions: readonly Ended[],
): Promise<void> {
  const rows = sessions.map(({ plate, end }) => ({
    id: randomUUIDv7(),
    organisation_id: organisationId,
    product_id: productId,
    started_by: accountId,
    plate,
    country: 'NL',
    starts_at: end.subtract({ minutes: 30 }),
    ends_at: end,
    cost: 0,
    deleted_at: null,
  }))
  await db.insertInto('parking_sessions').values(rows).execute()
}

/** Somebody who may park on another's product, from its whole balance. */
export async function insertDelegate(
  db: Database,
  { organisationId, productId }: Arranged,
  { email, accountId, at }: Arranged & { readonly at: Temporal.Instant },
): Promise<string> {
  const id = randomUUIDv7()
  await db
    .insertInto('delegations')
    .values({
      id,
      organisation_id: organisationId,
      product_id: productId,
      email,
      language: 'nl',
      plate: null,
      country: null,
      invited_at: at,
      mailed_at: at,
      delegate_id: accountId,
      accepted_at: at,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  return id
}
