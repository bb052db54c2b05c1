/**
 * What is wrong with a ledger, a line each; nothing, if all is well. The entries of every unit and
 * of every transfer sum to zero, a stored balance is what its entries add up to, and every
 * entry has its account, which no foreign key says (docs/adr/0006).
 */
import { sql } from 'kysely'
import type { Database } from '#database/database.ts'

export async function listLedgerErrors(db: Database): Promise<string[]> {
  const { rows } = await sql<{ error: string }>`
    select 'all entries in ' || unit || ' sum to ' || sum(amount) as error
      from ledger_entries
      join ledger_accounts on ledger_accounts.id = account_id
     group by unit
    having sum(amount) <> 0
    union all
    select step || ' of ' || cause || ' ' || cause_id || ' sums to ' || sum(amount)
      from ledger_entries
     group by cause, cause_id, step
    having sum(amount) <> 0
    union all
    select step || ' of ' || cause || ' ' || cause_id || ' has an entry of no account'
      from ledger_entries
     where not exists (select from ledger_accounts where id = account_id)
    union all
    select 'account ' || id || ' keeps ' || balance || ', but its entries make '
           || coalesce(sum(amount), 0)
      from ledger_accounts as account
      left join ledger_entries as entry on entry.account_id = account.id
     where balance is not null
     group by account.id
    having balance <> coalesce(sum(amount), 0)
    union all
    select 'account ' || account.id || ' is at version ' || account.version || ', but has entry '
           || max(entry.version)
      from ledger_accounts as account
      join ledger_entries as entry on entry.account_id = account.id
     group by account.id
    having account.version < max(entry.version)
    union all
    select 'entry ' || version || ' of account ' || account_id || ' says ' || balance_after
           || ' is left, but it is ' || running
      from (
        select account_id, version, balance_after,
               sum(amount) over (partition by account_id order by version) as running
          from ledger_entries
         where version is not null
      ) as numbered
     where balance_after <> running
  `.execute(db)
  return rows.map(({ error }) => error)
}
