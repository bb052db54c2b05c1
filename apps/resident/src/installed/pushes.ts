/** Pushes in this browser: asking for them, and asking no more (by its maker's push service). */
import { call } from '@2park/web/api'

export type Possible = 'yes' | 'no' | 'afterInstalling' | 'denied'

/** Apple's browsers have pushes in an app on the home screen only. */
export function arePushesPossible(isByHand: boolean): Possible {
  const isThere = 'serviceWorker' in navigator && 'PushManager' in globalThis
  if (!isThere) return isByHand ? 'afterInstalling' : 'no'
  return Notification.permission === 'denied' ? 'denied' : 'yes'
}

/** Whether the person let us. */
export async function askForPushes(applicationServerKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const { pushManager } = await navigator.serviceWorker.ready
  const options = { userVisibleOnly: true, applicationServerKey }
  // One that was made for another key of the server is of no use any more.
  const subscription = await pushManager.subscribe(options).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
  const { endpoint = '', keys } = subscription.toJSON()
  const { p256dh = '', auth = '' } = keys ?? {}
  await call('PUT /push-subscriptions/current', { body: { endpoint, keys: { p256dh, auth } } })
  return true
}

export async function askNoMore(): Promise<void> {
  await call('DELETE /push-subscriptions/current', {})
  const { pushManager } = await navigator.serviceWorker.ready
  await (await pushManager.getSubscription())?.unsubscribe()
}
