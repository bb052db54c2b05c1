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
 * own is told of what changes that part, and not of every time that the holder parks.
 */
const statesOf = statement<ProductState>(
  'states of products',
  `select entitlement.account_id as "accountId",
          entitlement.product_id as "productId",
          concat_ws(' ', account.version, entitlement.revoked_at, entitlement.plate,
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
): Promise<readonly ProductState[]> {
  return lookUp(db, statesOf(`{${accountIds.join()}}`))
}
