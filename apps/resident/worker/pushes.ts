/** Showing what the server pushed, and going where it leads. */
import { isDaily } from './daily-pages.ts'

declare const self: ServiceWorkerGlobalScope

/** As `PushContent` of the server. */
type Push = {
  readonly title: string
  readonly body: string
  readonly language: string
  readonly tag: string
  readonly path: string
  readonly actions: readonly { readonly title: string; readonly path: string }[]
}

/** What TypeScript does not know of yet; a browser without these leaves them out. */
type Options = NotificationOptions & {
  readonly renotify: boolean
  readonly actions: readonly { readonly action: string; readonly title: string }[]
}

export async function showPush(message: PushMessageData | null): Promise<void> {
  if (!message) return
  const { title, body, language, tag, path, actions } = message.json() as Push
  const options: Options = {
    body,
    tag,
    renotify: !(await isShown({ title, body, tag })),
    lang: language,
    icon: '/icon-192.png',
    data: path,
    actions: actions.map((action) => ({ action: action.path, title: action.title })),
  }
  await self.registration.showNotification(title, options)
}

/**
 * What comes in the place of another about the same session is news, and rings as the first did. What
 * stands there already, word for word, was sent twice and stays quiet.
 */
async function isShown({ title, body, tag }: Pick<Push, 'title' | 'body' | 'tag'>) {
  const shown = await self.registration.getNotifications({ tag })
  return shown.some((one) => one.title === title && one.body === body)
}

/** In an open window of a resident, or else in a new one: at the counter, or by a link of a mail, work is under way. */
export async function openPlace({ action, notification }: NotificationEvent): Promise<void> {
  notification.close()
  const path = action === '' ? String(notification.data) : action
  const windows = await self.clients.matchAll({ type: 'window' })
  const open = windows.find(({ url }) => isDaily(new URL(url).pathname))
  if (!open) return void (await self.clients.openWindow(path))
  // First, so that it goes there also where a browser does not bring it to the front.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of ours has ours.
  open.postMessage({ go: path })
  await open.focus()
}
