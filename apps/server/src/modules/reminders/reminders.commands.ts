/**
 * Reminding people in time: that a session ends soon or has ended, that a planned one has begun, that
 * one runs long, that a delegate has started. Sessions know nothing of it. What comes near is noted,
 * and when its time has come it is looked at once more: a turn that has moved is not told.
 *
 * Told and marked as told is one transaction, so that of several processes one tells it, and a process
 * that is killed between has told nothing.
 */
import type { Database, Tx } from '#database/database.ts'
import { isBefore } from '@2park/domain/interval'
import { sendMail } from '#modules/notices/index.ts'
import { sendPush } from '#modules/pushes/index.ts'
import type { World } from '#world.ts'
import {
  deleteReminder,
  findSubject,
  lockDue,
  markDone,
  noteTurns,
  type Due,
} from './reminders.queries.ts'
import { isStillSo, newsUntil } from './turns.ts'
import { mailContent } from './words.ts'

const distances = {
  endsSoon: '15 minutes',
  stillRunning: '4 hours',
  leastLeft: '30 minutes',
  ahead: '15 minutes',
}

const atOnce = 50

type Reminding = Pick<World, 'db' | 'now' | 'publicUrl'>

/** Tells some of what is due, and answers whether there may be more. Any number of processes may. */
export async function remindInTime({ db, now: clock, publicUrl }: Reminding): Promise<boolean> {
  const now = clock()
  await noteTurns(db, now, distances)
  const due = await inTransaction(db, async (tx) => {
    const reminders = await lockDue(tx, now, atOnce)
    for (const reminder of reminders) await tell(tx, reminder, { now, publicUrl })
    return reminders.length
  })
  return due === atOnce
}

function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

type At = { readonly now: Temporal.Instant; readonly publicUrl: URL }

async function tell(tx: Tx, due: Due, { now, publicUrl }: At): Promise<void> {
  const subject = await findSubject(tx, due)
  if (!subject || !isStillSo(due, subject)) {
    // Should it become so again, because what was stopped goes on, it is noted again.
    await deleteReminder(tx, due)
    return
  }
  await markDone(tx, due, now)
  const news = newsUntil(due, subject)
  if (!isBefore(now, news)) return
  const { accountId, email: to, language, organisationId, byMail, byPush } = subject
  if (byMail) {
    const what = mailContent(due, subject, publicUrl)
    await sendMail(tx, { to, language, organisationId, what }, now)
  }
  if (byPush) {
    await sendPush(tx, { accountId, what: { about: due }, expiresAt: news }, now)
  }
}
