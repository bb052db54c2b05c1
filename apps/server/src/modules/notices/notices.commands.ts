/**
 * Mails are written to the outbox in the transaction of what they tell about, so that there is a mail
 * exactly when that happened; sending them is a matter of its own, tried until it works.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { invariant } from '@2park/domain/invariant'
import type { Tx } from '#database/database.ts'
import type { World } from '#world.ts'
import type { MailContent } from './content.ts'
import { writeMail } from './mail.ts'
import type { Delivery, Mailer } from './mail.port.ts'
import { claimMails, insertMail, markFailed, markSent, type ClaimedMail } from './outbox.queries.ts'

export type Mail = {
  readonly to: string
  readonly language: Language
  /** In whose name, and with whose helpdesk; without it in our own. */
  readonly organisationId?: string
  readonly what: MailContent
}

/** One address, with nothing that could be read as two or as another header. */
const oneAddress = /^[^\s<>()[\]\\,;:"\p{Cc}@]+@[^\s<>()[\]\\,;:"\p{Cc}@]+$/u

export async function sendMail(
  tx: Tx,
  { to, language, organisationId, what }: Mail,
  now: Temporal.Instant,
): Promise<void> {
  invariant(oneAddress.test(to), 'a mail goes to one address')
  const id = randomUUIDv7()
  await insertMail(tx, { id, organisationId, language, recipient: to, content: what, at: now })
}

/** After each try that failed; after the last of them the mail is given up. */
const pauses = [{ minutes: 1 }, { minutes: 5 }, { minutes: 30 }, { hours: 2 }, { hours: 8 }]

/** Longer than any try takes: a process that was killed during one leaves the mail to the others. */
const claimFor = { minutes: 10 }
const atOnce = 5

/**
 * What a mail says now. Undefined where what it was to tell is not so, or not wanted: what was stopped
 * may go on, so it is asked anew at the next try.
 */
export type RetellMail = (content: MailContent) => Promise<MailContent | undefined>

export type Post = Pick<World, 'db' | 'now'> & {
  readonly mailer: Mailer
  readonly retell: RetellMail
  /** Says that a mail was given up, without its address. */
  readonly report: (error: Error) => void
}

/**
 * Sends some of the mails whose time has come, and answers whether there may be more. Any number of
 * processes may do so at once.
 */
export async function sendDueMails(post: Post): Promise<boolean> {
  const now = post.now()
  const claimed = await claimMails(post.db, { now, until: now.add(claimFor), limit: atOnce })
  await Promise.all(claimed.map((mail) => trySending(post, mail)))
  return claimed.length === atOnce
}

/** What it was to tell is not so at this try: nobody's fault. */
const overtaken: Delivery = { outcome: 'failed', reason: 'overtaken', isFinal: false }

async function trySending(post: Post, mail: ClaimedMail): Promise<void> {
  const content = await post.retell(mail.content)
  const delivery = content ? await deliver(post.mailer, { ...mail, content }) : overtaken
  const now = post.now()
  if (delivery.outcome === 'delivered') return markSent(post.db, mail.id, now)
  const { reason, isFinal } = delivery
  const pause = isFinal ? undefined : pauses[mail.tries - 1]
  if (pause) {
    return markFailed(post.db, mail.id, { reason, fate: { nextTryAt: now.add(pause) } })
  }
  await markFailed(post.db, mail.id, { reason, fate: { givenUpAt: now } })
  if (delivery === overtaken) return
  const { kind } = mail.content
  post.report(
    new Error(`Mail ${mail.id} (${kind}) was given up after try ${mail.tries}: ${reason}.`),
  )
}

/** A fault of ours waits for its repair as a mail server does that is down. */
async function deliver(mailer: Mailer, mail: ClaimedMail): Promise<Delivery> {
  try {
    return await mailer.deliver(writeMail(mail))
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'fault'
    return { outcome: 'failed', reason, isFinal: false }
  }
}
