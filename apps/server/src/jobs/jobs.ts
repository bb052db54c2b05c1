/**
 * What the server does by itself, on a timetable. Timetable and queue are in the database (pg-boss),
 * so that of several processes on one database each job runs in one, and a failure is tried again.
 */
import { PgBoss } from 'pg-boss'
import type { World } from '#world.ts'

export type Job = {
  readonly name: string
  /** In UTC: minute, hour, day of the month, month, day of the week. */
  readonly cron: string
  readonly run: (world: Pick<World, 'db' | 'now'>) => Promise<void>
}

/** What a demo does at once when its clock is moved, and otherwise comes by the timetable. */
export async function runAll(
  jobs: readonly Job[],
  world: Pick<World, 'db' | 'now'>,
): Promise<void> {
  for (const { run } of jobs) await run(world)
}

export type Jobs = { readonly stop: () => Promise<void> }

type Given = {
  readonly url: string
  readonly world: Pick<World, 'db' | 'now'>
  readonly jobs: readonly Job[]
  /** Of a job that failed for good, or of the queue itself. */
  readonly report: (error: Error) => void
}

export async function startJobs({ url, world, jobs, report }: Given): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 2, schema: 'jobs' })
  boss.on('error', report)
  await boss.start()
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 600 })
    await boss.work(name, { pollingIntervalSeconds: 15 }, () => run(world))
    await boss.schedule(name, cron)
  }
  await forgetOthers(boss, jobs)
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}

/** What an older version did by itself, and this one does not, is queued no more. */
async function forgetOthers(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!jobs.some((job) => job.name === name)) await boss.unschedule(name)
  }
}
