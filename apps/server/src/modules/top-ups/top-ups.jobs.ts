import type { Job } from '#jobs/jobs.ts'
import { attendPayments } from './following.commands.ts'
import type { Till } from './top-ups.commands.ts'

/** Webhooks get lost: every payment that hangs is asked about, again and again until it has ended. */
export function topUpJobs(till: Till): readonly Job[] {
  return [{ name: 'attend-payments', cron: '*/5 * * * *', run: () => attendPayments(till) }]
}
