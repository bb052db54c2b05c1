/** What somebody wants to be told of, and by which way. */
import { notificationKinds, type Notifications as Shape } from '@2park/contract/notifications'
import type { Database, Tx } from '#database/database.ts'
import type { z } from 'zod/mini'

export type Notifications = z.output<typeof Shape>

export async function findNotifications(
  db: Database,
  accountId: string,
): Promise<Notifications | undefined> {
  const rows = await db
    .selectFrom('notification_wishes as wish')
    .innerJoin('accounts', 'accounts.id', 'wish.account_id')
    .select(['kind', 'by_mail as mail', 'by_push as push', 'plates_in_pushes as platesInPushes'])
    .where('accounts.id', '=', accountId)
    .execute()
  const [first] = rows
  if (!first) return undefined
  const kinds = Object.fromEntries(rows.map(({ kind, mail, push }) => [kind, { mail, push }]))
  // Every account has a wish of every kind: the view says so.
  return { kinds: kinds as Notifications['kinds'], platesInPushes: first.platesInPushes }
}

export async function updateNotifications(
  tx: Tx,
  accountId: string,
  { kinds, platesInPushes }: Notifications,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ plates_in_pushes: platesInPushes })
    .where('id', '=', accountId)
    .execute()
  await tx
    .insertInto('notification_choices')
    .values(
      notificationKinds.map((kind) => ({
        account_id: accountId,
        kind,
        by_mail: kinds[kind].mail,
        by_push: kinds[kind].push,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'kind']).doUpdateSet((eb) => ({
        by_mail: eb.ref('excluded.by_mail'),
        by_push: eb.ref('excluded.by_push'),
      })),
    )
    .execute()
}
