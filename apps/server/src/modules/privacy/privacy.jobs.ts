import type { Job } from '#jobs/jobs.ts'
import { forgetPlates } from './privacy.commands.ts'

export const privacyJobs: readonly Job[] = [
  { name: 'forget-plates', cron: '*/15 * * * *', run: forgetPlates },
]
