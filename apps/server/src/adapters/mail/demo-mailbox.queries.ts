/** All SQL about the mailbox of a demo, which anybody can read. */
import type { Database } from '#database/database.ts'
import type { OutgoingMail } from '#modules/notices/index.ts'

export type DemoMail = Omit<OutgoingMail, 'fromName' | 'language' | 'logo'> & {
  readonly receivedAt: Temporal.Instant
}

/** A mail that comes again is the same mail. */
export async function insertDemoMail(
  db: Database,
  mail: OutgoingMail,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('demo_mails')
    .values({
      id: mail.id,
      recipient: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: withLogo(mail),
      attachments: JSON.stringify(mail.attachments),
      received_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** A browser finds no part of a mail by its name: the picture itself stands there. */
function withLogo({ html, logo }: OutgoingMail): string {
  return logo ? html.replace('cid:logo', `data:image/png;base64,${logo.toString('base64')}`) : html
}

export type ListedDemoMail = Pick<DemoMail, 'id' | 'to' | 'subject' | 'receivedAt'>

export async function listDemoMails(db: Database): Promise<ListedDemoMail[]> {
  return db
    .selectFrom('demo_mails')
    .select(['id', 'recipient as to', 'subject', 'received_at as receivedAt'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export async function findDemoMail(db: Database, id: string): Promise<DemoMail | undefined> {
  const row = await db.selectFrom('demo_mails').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    // As it was written by `insertDemoMail`.
    attachments: row.attachments as DemoMail['attachments'],
    receivedAt: row.received_at,
  }
}
