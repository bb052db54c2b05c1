/** All SQL about balance alarms: setting them, and finding those that a balance has come below. */
import type { Language } from '@2park/contract/language'
import type { Amount, Unit } from '@2park/domain/amount'
import { sql } from 'kysely'
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type BalanceAlarm = {
  readonly productId: string
  readonly threshold: Amount
  readonly unit: Unit
  readonly balance: Amount
}

/** Whoever may no longer park on a product is told nothing more of its balance. */
const stillMay = `
  exists (select
            from entitlements as entitlement
           where entitlement.product_id = alarm.product_id
             and entitlement.account_id = alarm.account_id
             and entitlement.ledger_account_id = alarm.ledger_account_id
             and entitlement.revoked_at is null)`

const alarmsOfAccount = statement<BalanceAlarm>(
  'balance alarms of account',
  `select alarm.product_id as "productId", alarm.threshold, account.unit, account.balance
     from balance_alarms as alarm
     join ledger_accounts as account on account.id = alarm.ledger_account_id
    where alarm.account_id = $1 and ${stillMay}
    order by alarm.product_id
    limit 200`,
)

export async function listAlarmsOf(
  db: Database,
  accountId: string,
): Promise<readonly BalanceAlarm[]> {
  return run(db, alarmsOfAccount(accountId))
}

type NewAlarm = {
  readonly productId: string
  readonly accountId: string
  readonly threshold: number
  readonly at: Temporal.Instant
}

/** One that is below it from the start has nothing to warn of: it is armed when it has risen. */
export async function saveAlarm(
  tx: Tx,
  { productId, accountId, threshold, at }: NewAlarm,
): Promise<void> {
  await sql`
    insert into balance_alarms as alarm
           (product_id, account_id, ledger_account_id, threshold, set_at, rang_at)
    select ${productId}::uuid, ${accountId}::uuid, account.id, ${threshold}::bigint,
           ${at}::timestamptz,
           case when account.balance < ${threshold}::bigint then ${at}::timestamptz end
      from entitlements as entitlement
      join ledger_accounts as account on account.id = entitlement.ledger_account_id
     where entitlement.product_id = ${productId}::uuid
       and entitlement.account_id = ${accountId}::uuid
        on conflict (account_id, product_id) do update
       set ledger_account_id = excluded.ledger_account_id,
           threshold = excluded.threshold,
           set_at = excluded.set_at,
           rang_at = excluded.rang_at
  `.execute(tx)
}

export async function deleteAlarm(
  tx: Tx,
  { productId, accountId }: Pick<NewAlarm, 'productId' | 'accountId'>,
): Promise<boolean> {
  const row = await tx
    .deleteFrom('balance_alarms')
    .where('account_id', '=', accountId)
    .where('product_id', '=', productId)
    .returning('product_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteAlarmsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('balance_alarms').where('account_id', '=', accountId).execute()
}

/** Those whose balance has risen again can ring again. */
export async function armAlarms(db: Database): Promise<void> {
  await sql`
    update balance_alarms as alarm
       set rang_at = null
      from ledger_accounts as account
     where account.id = alarm.ledger_account_id
       and alarm.rang_at is not null
       and account.balance >= alarm.threshold
  `.execute(db)
}

export type RungAlarm = BalanceAlarm & {
  readonly accountId: string
  readonly email: string
  readonly language: Language
  /** How they want to be told; on the screen it rings in any case. */
  readonly byMail: boolean
  readonly byPush: boolean
  readonly productName: string
  readonly organisationId: string
  readonly organisationName: string
}

/**
 * Marks alarms that a balance has come below, and tells whose they are. What another process is
 * marking is left to it: each rings once.
 */
export async function ringSome(tx: Tx, at: Temporal.Instant, limit: number): Promise<RungAlarm[]> {
  const { rows } = await sql<RungAlarm>`
    with crossed as (
      select alarm.account_id, alarm.product_id
        from balance_alarms as alarm
        join ledger_accounts as account on account.id = alarm.ledger_account_id
        join products as product on product.id = alarm.product_id
       where alarm.rang_at is null
         and account.balance < alarm.threshold
         and product.blocked_at is null
         and product.valid @> ${at}::timestamptz
         and (product.ended_at is null or product.ended_at > ${at}::timestamptz)
         and ${sql.raw(stillMay)}
       limit ${limit}
         for update of alarm skip locked)
    update balance_alarms as alarm
       set rang_at = ${at}::timestamptz
      from crossed
      join products as product on product.id = crossed.product_id
      join product_types as type on type.id = product.product_type_id
      join organisations as organisation on organisation.id = product.organisation_id
      join accounts as person on person.id = crossed.account_id
      join notification_wishes as wish
        on wish.account_id = person.id and wish.kind = 'balanceAlarm'
     cross join ledger_accounts as account
     where alarm.account_id = crossed.account_id
       and alarm.product_id = crossed.product_id
       and account.id = alarm.ledger_account_id
    returning alarm.product_id as "productId", alarm.account_id as "accountId", alarm.threshold,
              account.unit, account.balance, person.email, person.language,
              wish.by_mail as "byMail", wish.by_push as "byPush",
              type.name as "productName", organisation.id as "organisationId",
              organisation.name as "organisationName"
  `.execute(tx)
  return rows
}
