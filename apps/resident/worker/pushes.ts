/** Showing what the server pushed, and going where it leads. */
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

/** TypeScript does not know of buttons yet; a browser without them leaves them out. */
type WithActions = NotificationOptions & {
  readonly actions: readonly { readonly action: string; readonly title: string }[]
}

export async function showPush(message: PushMessageData | null): Promise<void> {
  if (!message) return
  const { title, body, language, tag, path, actions } = message.json() as Push
  const options: WithActions = {
    body,
    tag,
    lang: language,
    icon: '/icon-192.png',
    data: path,
    actions: actions.map((action) => ({ action: action.path, title: action.title })),
  }
  await self.registration.showNotification(title, options)
}

/** In a window of ours that is open, or else in a new one. */
export async function openPlace({ action, notification }: NotificationEvent): Promise<void> {
  notification.close()
  const path = action === '' ? String(notification.data) : action
  const [open] = await self.clients.matchAll({ type: 'window' })
  if (!open) return void (await self.clients.openWindow(path))
  await open.focus()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of ours has ours.
  open.postMessage({ go: path })
}
