/** All SQL about what is watched: the products of people, each in a state that changes when it does. */
import { lookUp, statement, type Database } from '#database/database.ts'

export type ProductState = {
  readonly accountId: string
  readonly productId: string
  /** Another text as soon as anything about the product changes that its page shows. */
  readonly state: string
}

/**
 * The version counts every booking, and all that a booking rests on. Who parks from a part of their
 * own is told of what changes that part, and not of every time that the holder parks; and who was sent
 * away, of nothing that comes after, but what becomes of a session of theirs that is left.
 */
const statesOf = statement<ProductState>(
  'states of products',
  `select entitlement.account_id as "accountId",
          entitlement.product_id as "productId",
          concat_ws(' ', case when entitlement.revoked_at is null then account.version end,
                    entitlement.revoked_at, entitlement.plate,
                    case when entitlement.revoked_at is not null then
                      (select string_agg(concat_ws(' ', id, revision), ' ' order by id)
                         from parking_sessions
                        where product_id = product.id
                          and started_by = entitlement.account_id
                          and delegation_id is not null
                          and deleted_at is null
                          and ends_at > $2::timestamptz)
                    end,
                    product.blocked_at, product.ended_at, product.valid,
                    (select max(greatest(invited_at, accepted_at, revoked_at))
                       from delegations
                      where product_id = product.id and product.holder_id = entitlement.account_id)
          ) as state
     from entitlements as entitlement
     join ledger_accounts as account on account.id = entitlement.ledger_account_id
     join products as product on product.id = entitlement.product_id
    where entitlement.account_id = any($1::uuid[])`,
)

export async function listStates(
  db: Database,
  accountIds: readonly string[],
  now: Temporal.Instant,
): Promise<readonly ProductState[]> {
  return lookUp(db, statesOf(`{${accountIds.join()}}`, now))
}
