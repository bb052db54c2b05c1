/** Pushes in this browser: asking for them, and asking no more (by its maker's push service). */
import { call } from '@2park/web/api'

export type Possible = 'yes' | 'no' | 'afterInstalling' | 'denied'

type Asked = 'on' | 'denied' | 'notPossible'

/** Apple's browsers have pushes in an app on the home screen only. */
export function arePushesPossible(isByHand: boolean): Possible {
  const isThere = 'serviceWorker' in navigator && 'PushManager' in globalThis
  if (!isThere) return isByHand ? 'afterInstalling' : 'no'
  return Notification.permission === 'denied' ? 'denied' : 'yes'
}

/** Whether the person let us, and the browser can: one in a private window may have no worker. */
export async function askForPushes(applicationServerKey: string): Promise<Asked> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const pushManager = await ownPushManager()
  if (!pushManager) return 'notPossible'
  const options = { userVisibleOnly: true, applicationServerKey }
  // One that was made for another key of the server is of no use any more.
  const subscription = await pushManager.subscribe(options).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe()
    return pushManager.subscribe(options)
  })
  const { endpoint = '', keys } = subscription.toJSON()
  const { p256dh = '', auth = '' } = keys ?? {}
  await call('PUT /push-subscriptions/current', { body: { endpoint, keys: { p256dh, auth } } })
  return 'on'
}

export async function askNoMore(): Promise<void> {
  await call('DELETE /push-subscriptions/current', {})
  const pushManager = await ownPushManager()
  await (await pushManager?.getSubscription())?.unsubscribe()
}

/** Undefined where no worker was registered: for one that is there, `ready` comes. */
async function ownPushManager(): Promise<PushManager | undefined> {
  const { serviceWorker } = navigator
  if (!(await serviceWorker.getRegistration())) return undefined
  return (await serviceWorker.ready).pushManager
}
