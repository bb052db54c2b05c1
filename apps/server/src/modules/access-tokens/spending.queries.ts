/**
 * Counts what parking by a token with a day's limit costs, in the transaction of the booking. That no
 * day goes over its limit is a constraint of the table, `day_limit_holds`; a row that comes back says
 * that the token is still there.
 */
import { statement, type Bound } from '#database/database.ts'

export const dayLimitHolds = 'day_limit_holds'

export type Counted = { readonly id: string }

/** What another day saw is of no use any more. */
const spend = statement<Counted>(
  'spend by access token',
  `with counted as (
     update access_tokens
        set spent = case when spent_on = $3::date then spent else 0 end + $4::bigint,
            spent_on = $3::date
      where id = $1::uuid
     returning id
   ), former as (
     delete from access_token_spending where token_id = $1::uuid and spent_on <> $3::date
   ), noted as (
     insert into access_token_spending (token_id, spent_on, parking_session_id, amount)
     select id, $3::date, $2::uuid, $4::bigint from counted
         on conflict (token_id, spent_on, parking_session_id)
         do update set amount = access_token_spending.amount + excluded.amount
   )
   select id from counted`,
)

/** Only what the token itself spent that day on that session can be spent again. */
const giveBack = statement<Counted>(
  'give back to access token',
  `with back as (
     update access_token_spending
        set amount = greatest(amount - $4::bigint, 0)
      where token_id = $1::uuid and parking_session_id = $2::uuid and spent_on = $3::date
     returning old.amount - new.amount as amount
   )
   update access_tokens
      set spent = spent - coalesce((select amount from back), 0)
    where id = $1::uuid
   returning id`,
)

export type Spending = {
  readonly tokenId: string
  readonly sessionId: string
  /** By the clock of the municipality. */
  readonly on: Temporal.PlainDate
  /** Below zero where something comes back. */
  readonly cost: number
}

export function countSpending({ tokenId, sessionId, on, cost }: Spending): Bound<Counted> {
  return cost < 0 ? giveBack(tokenId, sessionId, on, -cost) : spend(tokenId, sessionId, on, cost)
}
