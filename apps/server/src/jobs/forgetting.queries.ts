/** Deletes what has served its purpose, a limited number of rows at a time. */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

/** How many rows went; as many as `limit` means that there may be more. */
export type Deletion = (db: Database, before: Temporal.Instant, limit: number) => Promise<number>

export const deleteIdempotencyKeys: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from idempotency_keys where ctid = any (array(
      select ctid from idempotency_keys where created_at < ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteSignIns: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from sign_ins where ctid = any (array(
      select ctid from sign_ins where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteRateLimits: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from rate_limits where ctid = any (array(
      select ctid from rate_limits where window_starts < ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteLinks: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from links where ctid = any (array(
      select ctid from links where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deletePasswordResets: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from password_resets where ctid = any (array(
      select ctid from password_resets where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteEmailChanges: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from email_changes where ctid = any (array(
      select ctid from email_changes where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteSpentProofs: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from spent_proofs where ctid = any (array(
      select ctid from spent_proofs where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deletePasskeyChallenges: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from passkey_challenges where ctid = any (array(
      select ctid from passkey_challenges where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deletePendingSignIns: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from pending_sign_ins where ctid = any (array(
      select ctid from pending_sign_ins where expires_at <= ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

/** Mails that were sent or given up; what waits for its next try stays. */
export const deleteMails: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from outbox where ctid = any (array(
      select ctid from outbox where created_at < ${before} and num_nonnulls(sent_at, given_up_at) > 0
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}

export const deleteDemoMails: Deletion = async (db, before, limit) => {
  const { numAffectedRows } = await sql`
    delete from demo_mails where ctid = any (array(
      select ctid from demo_mails where received_at < ${before}
       limit ${limit} for update skip locked
    ))`.execute(db)
  return Number(numAffectedRows)
}
