/** The whole server on a database of its own, with a clock that a test sets. */
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { smtpMailer } from '#adapters/mail/smtp.ts'
import { buildApp, type Surroundings } from '#app.ts'
import type { Database } from '#database/database.ts'
import type { Secrets } from '#secrets.ts'
import { anySecrets } from './any-secrets.ts'
import { arrangeResident, type Arranged, type Given } from './arrange.ts'
import { signedIn, type Client } from './http-client.ts'
import { sendAllMails, startMailReader, type MailReader, type ReceivedMail } from './mail-reader.ts'
import { testDatabase } from './test-database.ts'

export type Resident = Arranged & { readonly call: Client; readonly cookie: string }

export type OpenTown = {
  readonly app: FastifyInstance
  readonly db: Database
  readonly secrets: Secrets
  /** What time it is. */
  now: Temporal.Instant
  /** Somebody signed in, with a product of their own. */
  readonly resident: (given?: Given) => Promise<Resident>
  /** The same person again, after a time in which they were signed out. */
  readonly signIn: (person: Arranged) => Promise<Resident>
  /** Sends what is due, and answers every mail that came to this address, the oldest first. */
  readonly mailsTo: (email: string) => Promise<ReceivedMail[]>
}

/** A Monday in March, at ten in the morning: paid hours, far from a change of the clock. */
export const mondayAtTen = Temporal.Instant.from('2026-03-02T10:00:00+01:00')

const publicUrl = new URL('https://2park.example')

export async function openTown(surroundings: Surroundings = {}): Promise<OpenTown> {
  const db = await testDatabase()
  const secrets = anySecrets()
  const app = buildApp({ db, now: () => town.now, publicUrl, secrets }, surroundings)
  const town: OpenTown = {
    app,
    db,
    secrets,
    now: mondayAtTen,
    resident: async (given) => town.signIn(await arrangeResident(db, town.now, given)),
    signIn: async (person) => ({ ...person, ...(await signedIn(app, person)) }),
    mailsTo: postOf(db, () => town.now),
  }
  return town
}

/** Its mail server starts when somebody looks for a mail. */
function postOf(db: Database, now: () => Temporal.Instant): OpenTown['mailsTo'] {
  let started: Promise<MailReader> | undefined
  afterAll(async () => (await started)?.stop())
  return async (email) => {
    started ??= startMailReader()
    const reader = await started
    const mailer = smtpMailer({ url: reader.url, from: 'noreply@2park.example' })
    const report = (error: Error) => {
      throw error
    }
    await sendAllMails({ db, now, publicUrl, mailer, report })
    return reader.mailsTo(email)
  }
}
