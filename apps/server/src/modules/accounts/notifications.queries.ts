/** Which mails an account wants. */
import type { Database, Tx } from '#database/database.ts'

export type Notifications = { readonly balanceAlarmMails: boolean }

export async function findNotifications(
  db: Database,
  accountId: string,
): Promise<Notifications | undefined> {
  return db
    .selectFrom('accounts')
    .select('balance_alarm_mails as balanceAlarmMails')
    .where('id', '=', accountId)
    .executeTakeFirst()
}

export async function updateNotifications(
  tx: Tx,
  accountId: string,
  { balanceAlarmMails }: Notifications,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ balance_alarm_mails: balanceAlarmMails })
    .where('id', '=', accountId)
    .execute()
}
