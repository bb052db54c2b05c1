/**
 * Nothing is kept longer than it serves: an answer that a retry might ask for again, a sign-in that
 * has expired, the tries that a rate limit counts, what a mail led back with, a proof of work, a link
 * so old that nobody asks what became of it, a mail that was sent or
 * given up.
 */
import type { Database } from '#database/database.ts'
import {
  deleteDemoMails,
  deleteMails,
  deleteEmailChanges,
  deleteIdempotencyKeys,
  deleteLinks,
  deletePasskeyChallenges,
  deletePendingSignIns,
  deletePasswordResets,
  deleteRateLimits,
  deleteSignIns,
  deleteSpentProofs,
  type Deletion,
} from './forgetting.queries.ts'
import type { Job } from './jobs.ts'

export const forgetting: readonly Job[] = [
  {
    name: 'forget-idempotency-keys',
    cron: '5 * * * *',
    run: forget(deleteIdempotencyKeys, { hours: 24 }),
  },
  { name: 'forget-sign-ins', cron: '15 * * * *', run: forget(deleteSignIns, { hours: 0 }) },
  { name: 'forget-rate-limits', cron: '25 * * * *', run: forget(deleteRateLimits, { hours: 24 }) },
  { name: 'forget-links', cron: '35 2 * * *', run: forget(deleteLinks, { hours: 90 * 24 }) },
  {
    name: 'forget-password-resets',
    cron: '35 * * * *',
    run: forget(deletePasswordResets, { hours: 0 }),
  },
  {
    name: 'forget-email-changes',
    cron: '40 * * * *',
    run: forget(deleteEmailChanges, { hours: 0 }),
  },
  {
    name: 'forget-passkey-challenges',
    cron: '50 * * * *',
    run: forget(deletePasskeyChallenges, { hours: 0 }),
  },
  {
    name: 'forget-pending-sign-ins',
    cron: '55 * * * *',
    run: forget(deletePendingSignIns, { hours: 0 }),
  },
  { name: 'forget-proofs', cron: '45 * * * *', run: forget(deleteSpentProofs, { hours: 0 }) },
  { name: 'forget-mails', cron: '50 * * * *', run: forget(deleteMails, { hours: 14 * 24 }) },
  {
    name: 'forget-demo-mails',
    cron: '55 * * * *',
    run: forget(deleteDemoMails, { hours: 14 * 24 }),
  },
]

const rowsAtATime = 1_000
const turns = 1_000

function forget(deletion: Deletion, age: { readonly hours: number }): Job['run'] {
  return async ({ db, now }: { db: Database; now: () => Temporal.Instant }) => {
    const before = now().subtract(age)
    for (let turn = 0; turn < turns; turn++) {
      const rows = await deletion(db, before, rowsAtATime)
      if (rows < rowsAtATime) return
    }
  }
}
