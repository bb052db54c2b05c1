/**
 * Nothing is kept longer than it serves: an answer that a retry might ask for again, a sign-in that
 * has expired, the tries that a rate limit counts, what a mail led back with, a proof of work, a link
 * so old that nobody asks what became of it, a mail that was sent or given up, a message that a shop has
 * taken, an access token that was over a month ago.
 */
import { deleteOutlived, type Outlived } from './forgetting.queries.ts'
import type { Job } from './jobs.ts'

type Forgetting = Outlived & { readonly cron: string; readonly keptHours: number }

const expired = { since: 'expires_at', keptHours: 0 } as const
const days = 24

export const forgetting: readonly Job[] = [
  forget({
    table: 'idempotency_keys',
    since: 'created_at',
    keptHours: 24,
    cron: '5 * * * *',
  }),
  forget({ table: 'sign_ins', ...expired, cron: '15 * * * *' }),
  forget({ table: 'rate_limits', since: 'window_starts', keptHours: 24, cron: '25 * * * *' }),
  forget({ table: 'links', since: 'expires_at', keptHours: 90 * days, cron: '35 2 * * *' }),
  forget({ table: 'password_resets', ...expired, cron: '35 * * * *' }),
  forget({ table: 'email_changes', ...expired, cron: '40 * * * *' }),
  forget({ table: 'spent_proofs', ...expired, cron: '45 * * * *' }),
  forget({ table: 'passkey_challenges', ...expired, cron: '50 * * * *' }),
  forget({ table: 'pending_sign_ins', ...expired, cron: '55 * * * *' }),
  forget({
    table: 'outbox',
    since: 'created_at',
    keptHours: 14 * days,
    doneWith: ['sent_at', 'given_up_at'],
    cron: '50 * * * *',
  }),
  forget({
    table: 'webhook_messages',
    since: 'delivered_at',
    keptHours: 14 * days,
    cron: '58 * * * *',
  }),
  forget({ table: 'access_tokens', since: 'expires_at', keptHours: 30 * days, cron: '20 3 * * *' }),
  forget({ table: 'reminders', since: 'turn_at', keptHours: 7 * days, cron: '20 * * * *' }),
  forget({ table: 'demo_mails', since: 'received_at', keptHours: 14 * days, cron: '55 * * * *' }),
]

const rowsAtATime = 1_000
const turns = 1_000

function forget({ cron, keptHours, ...outlived }: Forgetting): Job {
  return {
    name: `forget-${outlived.table.replaceAll('_', '-')}`,
    cron,
    run: async ({ db, now }) => {
      const until = now().subtract({ hours: keptHours })
      for (let turn = 0; turn < turns; turn++) {
        const rows = await deleteOutlived(db, outlived, { until, limit: rowsAtATime })
        if (rows < rowsAtATime) return
      }
    },
  }
}
