/**
 * A town for measuring bookings in: many residents, each with one product, enough balance and a
 * browser that is signed in. It is made in a few statements, because making it is not measured.
 * They are as many as in a large city, so that nobody has more running in the end than a resident
 * could have: what a booking reads of a product grows with that.
 */
import { sql } from 'kysely'
import type { Database } from '../apps/server/src/database/database.ts'

export type Resident = {
  readonly productId: string
  readonly accountId: string
  /** What the browser's cookie holds. */
  readonly token: string
}

const residents = 20_000
/** Of each resident: about a month of visits. */
const earlierVisits = 10
const tokenPrefix = sql`'bench-resident-'::text`
/** To each resident, in cents: more than a run can spend. */
const granted = sql`100000000::bigint`

export async function fillTown(db: Database, now: Temporal.Instant): Promise<Resident[]> {
  return db.connection().execute(async (filling) => {
    // On a busy machine a statement that fills a table takes longer than any of ours may.
    await sql`set statement_timeout = 0`.execute(filling)
    await insertRules(filling)
    await insertResidents(filling, now)
    await insertBalances(filling, now)
    await insertHistory(filling, now)
    // A database that has been in use knows how its tables are filled; a new one would guess.
    await sql`vacuum analyze`.execute(filling)
    return signEveryoneIn(filling, now)
  })
}

/** Day and night at the tariff of a large city, a minute at a time: every booking moves a balance. */
async function insertRules(db: Database): Promise<void> {
  await sql`
    with town as (
      insert into organisations (id, slug, name, time_zone, helpdesk_name, helpdesk_phone)
      values (uuidv7(), 'bench', 'Bench', 'Europe/Amsterdam', 'Bench', '14 000')
      returning id
    ), area as (
      insert into areas (id, organisation_id, code, name)
      select uuidv7(), id, 'A', 'Centre' from town returning id
    ), fare as (
      insert into fares (id, organisation_id, code, description)
      select uuidv7(), id, 'TAR03', '5.34 an hour' from town returning id
    ), parts as (
      insert into fare_parts (fare_id, position, valid, from_minute, step_minutes, amount_per_step)
      select id, 1, '[2020-01-01,)', 0, 1, 0.089 from fare
    ), regulation as (
      insert into regulations (id, organisation_id, code, description, valid)
      select uuidv7(), id, 'REG', 'Every day 9-22', '[2020-01-01,)' from town returning id
    ), frames as (
      insert into time_frames (regulation_id, position, weekday, valid, from_minute, until_minute,
                               right_possible, fare_code)
      select id, day, day, '[2020-01-01,)', 0, 1440, true, 'TAR03'
        from regulation, generate_series(1, 7) as day
    ), held as (
      insert into area_regulations (area_id, regulation_id, usage, valid)
      select area.id, regulation.id, 'visitors', '[2020-01-01,)' from area, regulation
    )
    insert into product_types (id, organisation_id, code, name, kind, unit, end_of_day_deactivation,
                               extension_allowed, max_concurrent, max_days_ahead)
    select uuidv7(), id, 'VISIT', 'Visitors', 'visitor', 'money', false, true, 50, 366 from town
  `.execute(db)
}

async function insertResidents(db: Database, now: Temporal.Instant): Promise<void> {
  await sql`
    with people as (
      insert into accounts (id, email, password_hash, created_at)
      select uuidv7(), 'resident' || n || '@bench.example', 'none', ${now.toString()}::timestamptz
        from generate_series(1, ${residents}::integer) as n
      returning id
    )
    insert into products (id, organisation_id, product_type_id, area_id, holder_id, number, valid)
    select uuidv7(), type.organisation_id, type.id, area.id, people.id, row_number() over (),
           tstzrange('2020-01-01', '2100-01-01')
      from people, product_types type, areas area
  `.execute(db)
}

async function insertBalances(db: Database, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into ledger_accounts (id, organisation_id, kind, unit)
    select uuidv7(), id, kind::ledger_account_kind, 'money'
      from organisations, unnest(array['usage', 'grants']) as kind
  `.execute(db)
  await sql`
    with opened as (
      insert into ledger_accounts (id, organisation_id, kind, unit, product_id, balance, version)
      select uuidv7(), organisation_id, 'product', 'money', id, ${granted}, 1 from products
      returning id, organisation_id, product_id
    )
    insert into ledger_entries (organisation_id, account_id, cause, cause_id, step, amount,
                                balance_after, version, occurred_at)
    select opened.organisation_id, opened.id, 'grant'::transfer_cause, product_id, 'bench',
           ${granted}, ${granted}, 1, ${now.toString()}::timestamptz
      from opened
     union all
    select opened.organisation_id, grants.id, 'grant', opened.product_id, 'bench', -${granted},
           null, null, ${now.toString()}::timestamptz
      from opened, ledger_accounts grants where grants.kind = 'grants'
  `.execute(db)
}

/** Visits of an hour, one every third day, at a euro each. */
async function insertHistory(db: Database, now: Temporal.Instant): Promise<void> {
  const at = sql`${now.toString()}::timestamptz`
  const visits = sql`${earlierVisits}::integer`
  await sql`
    insert into parking_sessions (id, organisation_id, product_id, started_by, plate, country,
                                  starts_at, ends_at, cost)
    select uuidv7(), product.organisation_id, product.id, product.holder_id,
           'H' || product.number || 'V' || nth, 'NL',
           ${at} - nth * interval '3 days', ${at} - nth * interval '3 days' + interval '1 hour', 100
      from products product, generate_series(${visits}, 1, -1) as nth
  `.execute(db)
  await sql`
    with numbered as (
      select session.*, account.id as account_id,
             row_number() over (partition by account.id order by session.starts_at) as nth
        from parking_sessions session
        join ledger_accounts account on account.product_id = session.product_id
    )
    insert into ledger_entries (organisation_id, account_id, cause, cause_id, step, amount,
                                balance_after, version, occurred_at)
    select organisation_id, account_id, 'session'::transfer_cause, id, 'booking', -100,
           ${granted} - 100 * nth, 1 + nth, starts_at
      from numbered
     union all
    select numbered.organisation_id, usage.id, 'session', numbered.id, 'booking', 100, null, null,
           starts_at
      from numbered, ledger_accounts usage where usage.kind = 'usage'
  `.execute(db)
  await sql`
    update ledger_accounts
       set balance = balance - 100 * ${visits}, version = version + ${visits}
     where product_id is not null
  `.execute(db)
}

/** Each with a token of its own in a browser's cookie, of which the database keeps the hash. */
async function signEveryoneIn(db: Database, now: Temporal.Instant): Promise<Resident[]> {
  const at = sql`${now.toString()}::timestamptz`
  await sql`
    with browsers as (
      insert into sign_ins (id, account_id, created_at, seen_at, expires_at)
      select uuidv7(), holder_id, ${at}, ${at}, ${at} + interval '12 hours' from products
      returning id, account_id
    )
    insert into sign_in_tokens (token_hash, sign_in_id, issued_at, first_seen_at)
    select sha256(convert_to(${tokenPrefix} || account_id, 'UTF8')), id, ${at}, ${at} from browsers
  `.execute(db)
  const { rows } = await sql<Resident>`
    select id as "productId", holder_id as "accountId", ${tokenPrefix} || holder_id as token
      from products
     order by number
  `.execute(db)
  return rows
}
