/**
 * The server under test of the journeys, in a process of its own: the whole product on a fresh
 * PostgreSQL, with the demo's towns and people, a clock that journeys move, and a second door to
 * arrange by. It says `ready: <address> <arranging door>` once, and goes on SIGTERM.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { DemoClock } from '#adapters/clock/demo-clock.ts'
import { demoMailer } from '#adapters/mail/demo-mailbox.ts'
import { smtpMailer } from '#adapters/mail/smtp.ts'
import { buildApp } from '#app.ts'
import { closeDatabase, openDatabase } from '#database/database.ts'
import { createDatabase, startTemporaryPostgres } from '#database/embedded-postgres.ts'
import { migrate } from '#database/migrate.ts'
import { buildFrontDoor } from '#http/front-door.ts'
import { runAll } from '#jobs/jobs.ts'
import type { Mailer } from '#modules/notices/index.ts'
import { periodJobs } from '#modules/period-grants/period-grants.jobs.ts'
import { seed } from '../seed/seed.ts'
import { webRoot } from '../src/web-build.ts'
import { anySecrets } from './any-secrets.ts'
import { buildArrangingDoor } from './arranging-door.ts'
import { sendAllMails, startMailReader } from './mail-reader.ts'
import { startMovingClock } from './moving-clock.ts'

/** A Monday morning in November; journeys set their own. */
const clock = startMovingClock(Temporal.Instant.from('2026-11-23T10:00:00+01:00'))
/** The same, as it is moved by the page of a demo. */
const demoClock: DemoClock = {
  now: clock.now,
  moveTo: async (at) => {
    clock.set(at)
    return true
  },
}
const asked = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])

await using opened = new AsyncDisposableStack()
const postgres = await startTemporaryPostgres({ durable: false })
opened.defer(postgres.stop)
const url = await createDatabase(postgres, '2park')
await migrate(url)
const db = openDatabase(url)
opened.defer(() => closeDatabase(db))
await seed(db, clock.now())

const door = await buildFrontDoor({ host: '127.0.0.1', port: 0 })
opened.defer(door.close)
const publicUrl = new URL(`http://localhost:${door.port}`)
const secrets = anySecrets()
const closing = new AbortController()
const catchUp = () => runAll(periodJobs, { db, now: clock.now })
const app = buildApp(
  { db, now: clock.now, publicUrl, secrets },
  { webRoot, hasMailbox: true, movable: { clock: demoClock, catchUp }, closing: closing.signal },
)
opened.defer(() => app.close())
await app.ready()
door.open((request, response) => app.routing(request, response))
opened.defer(door.close)
opened.defer(() => closing.abort())

const reader = await startMailReader()
opened.defer(reader.stop)
const smtp = smtpMailer({ url: reader.url, from: 'noreply@2park.example' })
const mailbox = demoMailer({ db, now: clock.now })
// As a demo and as the real thing at once, so that journeys can look at both.
const mailer: Mailer = {
  deliver: async (mail) => {
    await mailbox.deliver(mail)
    return smtp.deliver(mail)
  },
}
const mailsTo = async (email: string) => {
  // Here and not on a timetable, so that nobody waits for a mail.
  const report = (error: Error) => process.emitWarning(error)
  await sendAllMails({ db, now: clock.now, publicUrl, mailer, report })
  return reader.mailsTo(email)
}
const arranging = buildArrangingDoor({ db, clock, mailsTo }).listen(0, '127.0.0.1')
opened.defer(() => void arranging.close())
await once(arranging, 'listening')
const { port } = arranging.address() as AddressInfo // It listens on a host and a port.

process.stdout.write(`ready: ${publicUrl.origin} http://127.0.0.1:${port}\n`)
await asked
