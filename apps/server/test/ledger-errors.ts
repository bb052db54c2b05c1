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
    select 'transfer ' || transfer_id || ' sums to ' || sum(amount)
      from ledger_entries
     group by transfer_id
    having sum(amount) <> 0
    union all
    select 'transfer ' || id || ' has no entries'
      from transfers
     where not exists (select from ledger_entries where transfer_id = transfers.id)
    union all
    select 'transfer ' || transfer_id || ' has an entry of no account'
      from ledger_entries
     where not exists (select from ledger_accounts where id = account_id)
    union all
    select 'account ' || id || ' keeps ' || balance || ' after ' || account.version || ' entries, but '
           || count(entry.account_id) || ' entries make ' || coalesce(sum(amount), 0)
      from ledger_accounts as account
      left join ledger_entries as entry on entry.account_id = account.id
     where balance is not null
     group by account.id
    having balance <> coalesce(sum(amount), 0) or account.version <> count(entry.account_id)
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
