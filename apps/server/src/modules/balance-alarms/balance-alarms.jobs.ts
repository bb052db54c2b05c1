import type { Job } from '#jobs/jobs.ts'
import { ringAlarms } from './balance-alarms.commands.ts'

/** `publicUrl` is where a mail leads back to. */
export function balanceAlarmJobs(publicUrl: URL): readonly Job[] {
  const run: Job['run'] = (world) => ringAlarms({ ...world, publicUrl })
  return [{ name: 'ring-balance-alarms', cron: '* * * * *', run }]
}
