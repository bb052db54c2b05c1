/**
 * The answers to writing calls, kept so that a retry finds its first one and has no second effect.
 *
 * An answer is written in the transaction of its effect and can be written once per key: whoever
 * comes second with the same key breaks the constraint, has no effect, and reads the answer here.
 */
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'

/** How the caller named the call, and what it was. */
export type Keep = {
  /** An account, or a permit shop: its keys are its own. */
  readonly callerId: string
  readonly key: string
  readonly fingerprint: Buffer
  /** The status of its success. */
  readonly status: number
  readonly at: Temporal.Instant
}

export type KeptAnswer = {
  readonly fingerprint: Buffer
  readonly status: number
  readonly body: unknown
}

/** The constraint that lets one answer be kept of one call. */
export const keptOnce = 'answer_kept_once'

export async function keepAnswer(
  db: Database | Tx,
  keep: Keep | undefined,
  body: unknown,
): Promise<void> {
  if (!keep) return
  await db
    .insertInto('idempotency_keys')
    .values({
      caller_id: keep.callerId,
      key: keep.key,
      fingerprint: keep.fingerprint,
      status: keep.status,
      body: sql`${JSON.stringify(body ?? null)}::json`,
      created_at: keep.at,
    })
    .execute()
}

export async function findAnswer(
  db: Database,
  { callerId, key }: Keep,
): Promise<KeptAnswer | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'status', 'body'])
    .where('caller_id', '=', callerId)
    .where('key', '=', key)
    .executeTakeFirst()
}
