/** All SQL about browsers that asked for pushes. */
import type { Database, Tx } from '#database/database.ts'

export type Subscription = {
  readonly signInId: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** In the place of what this sign-in had, and of what somebody else had in the same browser. */
export async function replaceSubscription(
  tx: Tx,
  { signInId, endpoint, p256dh, auth }: Subscription,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .deleteFrom('push_subscriptions')
    .where((eb) => eb.or([eb('sign_in_id', '=', signInId), eb('endpoint', '=', endpoint)]))
    .execute()
  await tx
    .insertInto('push_subscriptions')
    .values({ sign_in_id: signInId, endpoint, p256dh, auth, created_at: at })
    // Of two calls at once for one browser, the one that came first has done it.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteSubscription(tx: Database | Tx, signInId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('push_subscriptions')
    .where('sign_in_id', '=', signInId)
    .returning('sign_in_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Of a browser that has gone; what it may have asked for since then is at another address. */
export async function forgetEndpoint(db: Database, endpoint: string): Promise<void> {
  await db.deleteFrom('push_subscriptions').where('endpoint', '=', endpoint).execute()
}

export async function isSubscribed(db: Database, signInId: string): Promise<boolean> {
  const row = await db
    .selectFrom('push_subscriptions')
    .select('sign_in_id')
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  return row !== undefined
}

export type HeldSubscription = {
  readonly signInId: string
  readonly endpoint: string
  readonly createdAt: Temporal.Instant
}

export async function listSubscriptionsOf(
  db: Database,
  accountId: string,
): Promise<HeldSubscription[]> {
  return db
    .selectFrom('push_subscriptions as subscription')
    .innerJoin('sign_ins', 'sign_ins.id', 'sign_in_id')
    .select(['sign_in_id as signInId', 'endpoint', 'subscription.created_at as createdAt'])
    .where('account_id', '=', accountId)
    .orderBy('subscription.created_at')
    .limit(100)
    .execute()
}
