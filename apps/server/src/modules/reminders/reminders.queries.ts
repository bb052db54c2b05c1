/** All SQL about reminders: the turns of sessions that are near, and those whose time has come. */
import type { NotificationKind } from '@2park/contract/notifications'
import type { Language } from '@2park/contract/language'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'

export type ReminderKind = Exclude<NotificationKind, 'balanceAlarm'>

export type Distances = {
  /** How long before its end a session is told to end soon. */
  readonly endsSoon: string
  /** After how long somebody is asked whether they still park, and how much must be left then. */
  readonly stillRunning: string
  readonly leastLeft: string
  /** How long before it is due a turn is noted. */
  readonly ahead: string
}

/**
 * Notes the turns that come near, of the sessions of people who want to hear of any: one look at the
 * products of those people, and nothing where a session is booked. What is noted already stays.
 *
 * An end is noted before it comes, so that a session that was stopped has no end to be told of; and
 * so is a beginning, so that only what was planned begins. In one order, so that processes that note
 * the same turns wait for each other and never both.
 */
export async function noteTurns(
  db: Database,
  now: Temporal.Instant,
  { endsSoon, stillRunning, leastLeft, ahead }: Distances,
): Promise<void> {
  const at = sql`${now}::timestamptz`
  const soon = sql`${endsSoon}::interval`
  const long = sql`${stillRunning}::interval`
  const near = sql`${ahead}::interval`
  await sql`
    with people as (
      select account_id from push_subscriptions join sign_ins on sign_ins.id = sign_in_id
       union
      select account_id from notification_choices where by_mail
    ), usable as (
      select account_id, product.id as product_id, true as is_holder
        from people join products as product on product.holder_id = account_id
       union
      select account_id, product_id, false
        from people join delegations on delegate_id = account_id
    )
    insert into reminders (session_id, kind, turn_at, due_at)
    select session.id, turn.kind, turn.turn_at, turn.due_at
      from usable
      join parking_sessions as session
        on session.product_id = usable.product_id
       and session.ends_at > ${at}
       and session.deleted_at is null
     cross join lateral (select session.started_by = usable.account_id as is_own) as whose
     cross join lateral (values
             ('endsSoon', session.ends_at,
              -- Of a session that was extended by a little, not again within the same stretch.
              greatest(session.ends_at - ${soon},
                       (select max(done_at) + ${soon}
                          from reminders
                         where session_id = session.id and kind = 'endsSoon')),
              whose.is_own and session.ends_at - ${soon} > session.starts_at),
             ('ended', session.ends_at, session.ends_at, whose.is_own),
             ('stillRunning', session.starts_at, session.starts_at + ${long},
              whose.is_own and session.ends_at > session.starts_at + ${long} + ${leastLeft}::interval
                and session.starts_at + ${long} > ${at} - ${near}),
             ('begun', session.starts_at, session.starts_at,
              whose.is_own and session.starts_at > ${at}),
             ('delegateStarted', session.starts_at, session.starts_at,
              usable.is_holder and not whose.is_own and session.delegation_id is not null
                and session.starts_at > ${at} - ${near})
           ) as turn (kind, turn_at, due_at, applies)
      join notification_wishes as wish
        on wish.account_id = usable.account_id
       and wish.kind = turn.kind
       and (wish.by_mail or wish.by_push)
     where turn.applies and turn.due_at <= ${at} + ${near}
     order by session.id, turn.kind, turn.turn_at
        on conflict do nothing
  `.execute(db)
}

export type Due = {
  readonly sessionId: string
  readonly kind: ReminderKind
  readonly turnAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
}

/** Reminders whose time has come, for this process only until its transaction ends. */
export async function lockDue(tx: Tx, now: Temporal.Instant, limit: number): Promise<Due[]> {
  const rows = await tx
    .selectFrom('reminders')
    .select(['session_id as sessionId', 'kind', 'turn_at as turnAt', 'due_at as dueAt'])
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  // Nobody else writes here.
  return rows as Due[]
}

type Key = Pick<Due, 'sessionId' | 'kind' | 'turnAt'>

export async function markDone(tx: Tx, { sessionId, kind, turnAt }: Key, at: Temporal.Instant) {
  await tx
    .updateTable('reminders')
    .set({ done_at: at })
    .where('session_id', '=', sessionId)
    .where('kind', '=', kind)
    .where('turn_at', '=', turnAt)
    .execute()
}

export async function deleteReminder(tx: Tx, { sessionId, kind, turnAt }: Key): Promise<void> {
  await tx
    .deleteFrom('reminders')
    .where('session_id', '=', sessionId)
    .where('kind', '=', kind)
    .where('turn_at', '=', turnAt)
    .execute()
}

export type Subject = {
  readonly productId: string
  readonly productName: string
  readonly organisationId: string
  readonly organisationName: string
  readonly timeZone: string
  readonly plate: string | null
  readonly country: string | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly isDeleted: boolean
  readonly isExtendable: boolean
  /** Whom it concerns, with what they chose of this kind. */
  readonly accountId: string
  readonly email: string
  readonly language: Language
  readonly byMail: boolean
  readonly byPush: boolean
  readonly platesInPushes: boolean
}

/** The session as it is now, and whom this turn of it concerns; undefined where that is nobody. */
export async function findSubject(
  db: Database | Tx,
  { sessionId, kind }: Pick<Due, 'sessionId' | 'kind'>,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    select product.id as "productId", type.name as "productName",
           organisation.id as "organisationId", organisation.name as "organisationName",
           organisation.time_zone as "timeZone", session.plate, session.country,
           session.starts_at as "startsAt", session.ends_at as "endsAt",
           session.deleted_at is not null as "isDeleted",
           type.extension_allowed and delegation.revoked_at is null as "isExtendable",
           person.id as "accountId", person.email, person.language,
           wish.by_mail as "byMail", wish.by_push as "byPush",
           person.plates_in_pushes as "platesInPushes"
      from parking_sessions as session
      join products as product on product.id = session.product_id
      join product_types as type on type.id = product.product_type_id
      join organisations as organisation on organisation.id = product.organisation_id
      left join delegations as delegation on delegation.id = session.delegation_id
      join accounts as person
        on person.id = case when ${kind}::text = 'delegateStarted' then product.holder_id
                            else session.started_by end
       and person.closed_at is null
      join notification_wishes as wish on wish.account_id = person.id and wish.kind = ${kind}::text
     where session.id = ${sessionId}::uuid
  `.execute(db)
  return rows[0]
}
