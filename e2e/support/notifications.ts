/** Pushes that arrive in a browser of a journey, and the notifications that they become. */
import { expect, type BrowserContext, type Page } from '@playwright/test'

export type Pushed = {
  readonly title: string
  readonly body: string
  readonly language: string
  readonly tag: string
  readonly path: string
  readonly actions: readonly { readonly title: string; readonly path: string }[]
}

/** Answers what delivers a push to the page's worker, as a push service would. */
export async function pushTo(page: Page, origin: string): Promise<(push: Pushed) => Promise<void>> {
  const browser = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId)
    })
  })
  await browser.send('ServiceWorker.enable')
  const registrationId = await registered
  return async (push) => {
    const data = JSON.stringify(push)
    const titles = async () => (await shownOn(page)).map(({ title }) => title)
    // As a push service does, until it has arrived: the first may come before the worker listens.
    await expect(async () => {
      await browser.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
      await expect.poll(titles, { timeout: 3000 }).toEqual([push.title])
    }).toPass()
  }
}

/** What TypeScript does not know of a notification yet. */
type Shown = Notification & { readonly renotify: boolean }

export function shownOn(page: Page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const shown = (await registration.getNotifications()) as Shown[]
    return shown.map(({ title, body, lang, renotify }) => ({ title, body, lang, renotify }))
  })
}

/** What a worker has that a page has not. */
type InWorker = {
  readonly registration: ServiceWorkerRegistration
  readonly NotificationEvent: new (
    type: string,
    init: { readonly notification: Notification; readonly action: string },
  ) => Event
}
type WithActions = Notification & {
  readonly actions: readonly { readonly action: string; readonly title: string }[]
}

/** The only notification, or a button of it: no screen shows it here, so its event is made. */
export async function press(context: BrowserContext, button?: string): Promise<void> {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error('no worker serves these pages')
  await worker.evaluate(async (title) => {
    const { registration, NotificationEvent } = globalThis as unknown as InWorker
    const [notification] = (await registration.getNotifications()) as WithActions[]
    if (!notification) throw new Error('nothing is shown')
    const found = notification.actions.find((one) => one.title === title)
    if (title !== undefined && !found) throw new Error(`no button ${title}`)
    const action = found?.action ?? ''
    const event = new NotificationEvent('notificationclick', { notification, action })
    // An event that was made keeps no worker awake, and brings no window to the front.
    const waitUntil = (work: Promise<unknown>) => void work.catch(() => {})
    globalThis.dispatchEvent(Object.assign(event, { waitUntil }))
  }, button)
}
