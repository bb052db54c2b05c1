/** All SQL about mails that are to be sent. */
import type { Language } from '@2park/contract/language'
import { run, statement, type Database, type Tx } from '#database/database.ts'
import type { MailContent } from './content.ts'
import type { Sender } from './sender.ts'

export type NewMail = {
  readonly id: string
  readonly organisationId: string | undefined
  readonly language: Language
  readonly recipient: string
  readonly content: MailContent
  readonly at: Temporal.Instant
}

export async function insertMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      id: mail.id,
      organisation_id: mail.organisationId ?? null,
      kind: mail.content.kind,
      language: mail.language,
      recipient: mail.recipient,
      content: JSON.stringify(mail.content),
      created_at: mail.at,
      next_try_at: mail.at,
    })
    .execute()
}

export type ClaimedMail = {
  readonly id: string
  readonly language: Language
  readonly recipient: string
  readonly content: MailContent
  /** This one included. */
  readonly tries: number
  readonly sender: Sender | undefined
}

type ClaimedRow = {
  readonly id: string
  readonly language: Language
  readonly recipient: string
  readonly content: MailContent
  readonly tries: number
  readonly sender: Sender | null
}

// `skip locked`: what another process is about to claim is left to it.
const claim = statement<ClaimedRow>(
  'claim mails',
  `with due as (
     select id
       from outbox
      where sent_at is null and given_up_at is null and next_try_at <= $1
      order by next_try_at
      limit $3
        for update skip locked)
   update outbox as mail
      set tries = tries + 1, next_try_at = $2
     from due
    where mail.id = due.id
   returning mail.id, mail.language, mail.recipient, mail.content, mail.tries,
             (select json_build_object(
                       'name', name,
                       'tokens', brand_tokens,
                       'helpdesk', json_build_object('name', helpdesk_name, 'phone', helpdesk_phone),
                       'logo', (select encode(content, 'base64') from logos where logos.name = mail_logo))
                from organisations
               where organisations.id = mail.organisation_id) as sender`,
)

type Claim = {
  readonly now: Temporal.Instant
  /** Nobody else tries them before. */
  readonly until: Temporal.Instant
  readonly limit: number
}

/** Takes mails whose time has come, each for one process only. */
export async function claimMails(
  db: Database,
  { now, until, limit }: Claim,
): Promise<ClaimedMail[]> {
  const rows = await run(db, claim(now, until, limit))
  return rows.map(({ sender, ...mail }) => ({ ...mail, sender: sender ?? undefined }))
}

/** What it said and to whom goes in the same moment. */
export async function markSent(db: Database, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ sent_at: at, recipient: null, content: null, last_error: null })
    .where('id', '=', id)
    .execute()
}

export type Failure = {
  readonly reason: string
  readonly fate: { readonly nextTryAt: Temporal.Instant } | { readonly givenUpAt: Temporal.Instant }
}

export async function markFailed(
  db: Database,
  id: string,
  { reason, fate }: Failure,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      last_error: reason,
      ...('nextTryAt' in fate ? { next_try_at: fate.nextTryAt } : { given_up_at: fate.givenUpAt }),
    })
    .where('id', '=', id)
    .execute()
}
