import type { Job } from '#jobs/jobs.ts'
import { grantPeriods } from './period-grants.commands.ts'

/** Each minute, for midnight comes at another moment in another zone, and a server may have been away. */
export const periodJobs: readonly Job[] = [
  { name: 'grant-periods', cron: '* * * * *', run: grantPeriods },
]
