/**
 * The process that `npm start` runs: a database, the web app, the server and its jobs, one after the
 * other, and on SIGINT or SIGTERM the same in reverse. This is the only file that asks the clock.
 */
import { openDemoClock } from '#adapters/clock/demo-clock.ts'
import { clockPath } from '#adapters/clock/demo-clock.routes.ts'
import { demoMailer } from '#adapters/mail/demo-mailbox.ts'
import { openPayments, type Payments } from '#adapters/payments/payments.ts'
import { webPushSender } from '#adapters/push/web-push.ts'
import { httpWebhook } from '#adapters/webhooks/http-webhook.ts'
import { buildApp } from '#app.ts'
import { CannotStart } from '#cannot-start.ts'
import { readConfig, type Config } from '#config.ts'
import { closeDatabase, openDatabase } from '#database/database.ts'
import { createDatabase, startEmbeddedPostgres } from '#database/embedded-postgres.ts'
import { migrate } from '#database/migrate.ts'
import { oneAtATime } from '#database/one-at-a-time.ts'
import { buildFrontDoor } from '#http/front-door.ts'
import { forgetting } from '#jobs/forgetting.ts'
import { runAll, startJobs, type Job } from '#jobs/jobs.ts'
import { steadily, type Steady } from '#jobs/steadily.ts'
import { sendDueMails, type Mailer } from '#modules/notices/index.ts'
import { sendDuePushes } from '#modules/pushes/index.ts'
import { mailRetelling, pushRetelling, remindInTime } from '#modules/reminders/index.ts'
import type { World } from '#world.ts'
import { balanceAlarmJobs } from '#modules/balance-alarms/balance-alarms.jobs.ts'
import { webhookJob } from '#modules/permit-shop/permit-shop.jobs.ts'
import { delegationJobs } from '#modules/delegations/delegations.jobs.ts'
import { periodJobs } from '#modules/period-grants/period-grants.jobs.ts'
import { privacyJobs } from '#modules/privacy/privacy.jobs.ts'
import { secretsKeyOf } from '#secrets-key.ts'
import { secretsWith } from '#secrets.ts'
import { topUpJobs } from '#modules/top-ups/top-ups.jobs.ts'
import { buildWebApp, isWebAppFresh, webRoot } from './web-build.ts'

const realNow = () => Temporal.Now.instant()
const stopping = new AbortController()

// Ctrl-C comes twice under npm, from the terminal and passed on: stopping once is enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stopping.abort())
}

try {
  await serve(readConfig(process.env), stopping.signal)
} catch (error) {
  // Asked to stop while it was starting, whatever it was at gives up: that is no failure.
  if (!stopping.signal.aborted) fail(error)
}

async function serve(config: Config, signal: AbortSignal): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const door = await buildFrontDoor(config)
  opened.defer(door.close)
  const publicUrl = config.publicUrl ?? new URL(`http://localhost:${door.port}`)

  const { url, lost } = await findDatabase(config, opened)
  signal.throwIfAborted()
  await prepare(url, config)
  const db = openDatabase(url)
  opened.defer(() => closeDatabase(db))
  signal.throwIfAborted()
  await bringWebApp(signal)

  const clock = config.mode === 'demo' ? await openDemoClock(db, realNow) : undefined
  const now = clock?.now ?? realNow
  const world = { db, now, publicUrl, secrets: secretsWith(secretsKeyOf(config)) }
  const payments = await openPayments(config.payments, world)
  const everything = everyJob(world, payments)
  const { trustedProxies } = config
  const closing = new AbortController()
  const app = buildApp(world, {
    closing: closing.signal,
    webRoot,
    payments,
    pushServices: config.pushServices,
    log: config.mode === 'production',
    hasMailbox: !config.smtp,
    ...(clock && { movable: { clock, catchUp: () => runAll(everything, world) } }),
    ...(trustedProxies !== undefined && { trustedProxies }),
  })
  opened.defer(() => app.close())
  await app.ready()
  const jobs = await startJobs({ url, world, jobs: everything, report: complain })
  opened.defer(jobs.stop)
  const mailer = await findMailer(config, world)
  steadyWork(world, mailer).forEach(({ stop }) => opened.defer(stop))
  signal.throwIfAborted()

  door.open((request, response) => app.routing(request, response))
  // Once more, because what is opened last is closed first: nobody comes in while we tidy up.
  opened.defer(door.close)
  opened.defer(() => closing.abort())
  say(`\n2Park is open: ${publicUrl.href}\n`)
  if (config.mode === 'demo') await introduce()
  if (!config.smtp) say(`\nMails are at ${new URL('/demo/mailbox', publicUrl).href}`)
  if (clock) say(`The clock is at ${new URL(clockPath, publicUrl).href}`)
  await Promise.race([aborted(signal), lost])
  say('\n2Park is closing.')
}

function everyJob(world: World, payments: Payments): readonly Job[] {
  return [
    ...forgetting,
    ...privacyJobs,
    ...delegationJobs,
    ...balanceAlarmJobs(world.publicUrl),
    ...periodJobs,
    ...topUpJobs({ ...world, payments }),
    webhookJob(httpWebhook, complain),
  ]
}

/** What can't wait for the minutes of a timetable. */
function steadyWork(world: World, mailer: Mailer): Steady[] {
  const post = { ...world, report: complain }
  const send = webPushSender(world.publicUrl)
  const works = [
    {
      everyMs: 1_000,
      work: () => sendDueMails({ ...post, mailer, retell: mailRetelling(world) }),
    },
    { everyMs: 1_000, work: () => sendDuePushes({ ...post, send, retell: pushRetelling(world) }) },
    { everyMs: 10_000, work: () => remindInTime(world) },
  ]
  return works.map(({ everyMs, work }) => steadily({ everyMs, work, report: complain }))
}

type Found = {
  readonly url: string
  /** Rejects when it went away and won't come back. */
  readonly lost: Promise<never>
}

async function findDatabase(config: Config, opened: AsyncDisposableStack): Promise<Found> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, lost: never() }
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, durable: true })
  opened.defer(postgres.stop)
  say(`The data is in ${config.dataDir}; psql '${postgres.urlOf('2park')}' looks into it.`)
  const url = await createDatabase(postgres, '2park', (unfinished) => prepare(unfinished, config))
  const lost = postgres.ended.then(() => {
    throw new CannotStart('PostgreSQL ended by itself, so we stop too. The data is kept.')
  })
  // Heard at the end; until then, whatever is asked of it fails by itself.
  lost.catch(() => {})
  return { url, lost }
}

/** Today's schema, and for a demo the towns and people to try it with, where there are none. */
async function prepare(url: string, { mode }: Config): Promise<void> {
  await migrate(url)
  if (mode === 'production') return
  const { seed } = await import('../seed/seed.ts')
  const db = openDatabase(url)
  await oneAtATime(url, () => seed(db, realNow())).finally(() => closeDatabase(db))
}

/** Where mails go: only a demo, by its settings, has no mail server. */
async function findMailer({ smtp }: Config, world: World): Promise<Mailer> {
  if (!smtp) return demoMailer(world)
  const { smtpMailer } = await import('#adapters/mail/smtp.ts')
  return smtpMailer(smtp)
}

async function introduce(): Promise<void> {
  const { demoAccounts, demoShops } = await import('../seed/seed.ts')
  for (const { email, password, note } of demoAccounts) say(`  ${email}  ${password}  (${note})`)
  say('\nProducts are issued at /permit-shop, with a token:\n')
  for (const { name, token } of demoShops) say(`  ${token}  (${name})`)
}

async function bringWebApp(signal: AbortSignal): Promise<void> {
  if (isWebAppFresh()) return
  say('Building the web app …')
  await buildWebApp(signal)
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}

function never(): Promise<never> {
  return new Promise(() => {})
}

function fail(error: unknown): void {
  if (!(error instanceof CannotStart)) throw error
  complain(error)
  process.exitCode = 1
}

function complain(error: Error): void {
  process.stderr.write(`2Park: ${error.message}\n`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
