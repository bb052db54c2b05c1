/** How tests ask for pushes and have them sent, by the adapter that production has. */
import { notificationKinds, type NotificationKind } from '@2park/contract/notifications'
import { webPushSender } from '#adapters/push/web-push.ts'
import { sendDuePushes } from '#modules/pushes/index.ts'
import { pushRetelling } from '#modules/reminders/index.ts'
import type { OpenTown, Resident } from './open-town.ts'
import type { PushBrowser } from './push-receiver.ts'

export async function subscribe({ call }: Pick<Resident, 'call'>, { subscription }: PushBrowser) {
  return call('PUT /push-subscriptions/current', { body: subscription })
}

/** Sends what is due, and answers what was given up. */
export async function sendAllPushes(
  { db, secrets, ...town }: OpenTown,
  send = webPushSender(new URL('https://2park.example')),
): Promise<string[]> {
  const failures: string[] = []
  const report = ({ message }: Error) => void failures.push(message)
  const now = () => town.now
  const retell = pushRetelling({ db, now })
  while (await sendDuePushes({ db, secrets, now, send, report, retell }));
  return failures
}

type Ways = { readonly mail: boolean; readonly push: boolean }

/** Chooses ways for these kinds, and none for all others. */
export async function choose(
  { call }: Pick<Resident, 'call'>,
  chosen: Readonly<Partial<Record<NotificationKind, Partial<Ways>>>>,
  platesInPushes = false,
) {
  const kinds = notificationKinds.map((kind) => [
    kind,
    { mail: false, push: false, ...chosen[kind] },
  ])
  const body = { kinds: Object.fromEntries(kinds), platesInPushes }
  return call('PUT /account/notifications', { body })
}
