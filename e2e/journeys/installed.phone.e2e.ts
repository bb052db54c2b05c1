/** The app on a device: put on its home screen, without a network, of a new version, and its notifications. */
import { randomUUID } from 'node:crypto'
import { devices, type BrowserContext, type Page, type Response } from '@playwright/test'
import { expectAccessible } from '#support/accessible.ts'
import { press, pushTo, shownOn } from '#support/notifications.ts'
import { card, confirm, goByMenu, openForm, park, signIn } from '#support/screen.ts'
import { expect, test as base } from '#support/test.ts'
import { farAhead, type Town } from '#support/town.ts'

const test = base.extend<{ own: BrowserContext }>({
  own: async ({ browser, server, contextOptions, town: _town }, use) => {
    const context = await browser.newContext({
      ...contextOptions,
      baseURL: server.address,
      serviceWorkers: 'allow',
      permissions: ['notifications'],
    })
    await use(context)
    await context.close()
  },
})

test('B7: can be put on the home screen, and starts from there as an application', async ({
  own,
  town,
}) => {
  const page = await openInstalled(own, town)
  const browser = await own.newCDPSession(page)
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // A window of its own, with nothing kept after it, is what journeys have and people do not.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { data = '{}', errors } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data)).toMatchObject({ start_url: '/', display: 'standalone' })
})

test('B7: where no browser offers it, as on an iPhone, a hint and the settings say how it is done', async ({
  browser,
  contextOptions,
  server,
  town,
}) => {
  const iPhone = { ...contextOptions, userAgent: devices['iPhone 15'].userAgent }
  const context = await browser.newContext({ ...iPhone, baseURL: server.address })
  const page = await context.newPage()
  await signIn(page, await town.welcomeResident())
  await park(page, '12-GBB-3')
  const hint = page.getByRole('region', { name: 'Wilt u een herinnering?' })
  await expect(hint).toContainText('tik in uw browser op de knop Deel')
  await page.reload()
  await hint.getByRole('link', { name: 'Stel meldingen in' }).click()
  const section = page.getByRole('region', { name: 'Dit apparaat' })
  await expect(section).toContainText('tik in uw browser op de knop Deel')
  await expect(section.getByRole('heading')).toBeFocused()
  await expect(section.getByRole('heading')).toBeInViewport()

  const askedAgain = page.waitForResponse(/history[/]parking-sessions/)
  await page.goto('/')
  await askedAgain
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expect(hint).toBeHidden()
  await context.close()
})

test('starts without a network as it was last seen, and starts no session then', async ({
  own,
  town,
}) => {
  await town.setClock(farAhead)
  const page = await openInstalled(own, town)
  await park(page, '12-GBB-3')
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await openForm(page, 'GBB-01-B')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '1 uur', exact: true }).check()
  await expect(sheet.getByText('Saldo hierna')).toBeVisible()
  await own.setOffline(true)
  await confirm(page)
  await expect(sheet.getByRole('alert').first()).toContainText('Geen verbinding')

  await page.goto('/')
  const notice = page.getByRole('status').filter({ hasText: 'U ziet de stand van' })
  await expect(notice).toContainText(/U ziet de stand van (vandaag|gisteren) \d\d:\d\d\./)
  await expect(notice).toContainText('kunt u niets starten')
  await expect(card(page, '12-GBB-3')).toBeVisible()

  const read = page.waitForResponse(isReadOfSessions)
  await own.setOffline(false)
  await read
  await expect(notice).toBeHidden()
  // Once more: what was read above may have been on its way before something that was kept to be sent.
  const readAgain = page.waitForResponse(isReadOfSessions)
  await page.reload()
  await readAgain
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('on a line that hangs it shows what was seen last, until the answer comes', async ({
  own,
  town,
}) => {
  await town.setClock(farAhead)
  const page = await own.newPage()
  await signIn(page, await town.welcomeResident())
  await served(page)
  await park(page, '12-GBB-3')
  await expect.poll(() => keptSessions(page)).toContain('12GBB3')
  const line = Promise.withResolvers<void>()
  await own.route('**/*', async (route) => {
    await line.promise
    await route.continue()
  })

  await page.goto('/')
  const notice = page.getByRole('status').filter({ hasText: 'Trage verbinding' })
  await expect(notice).toContainText(/U ziet de stand van (vandaag|gisteren) \d\d:\d\d\./)
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expectAccessible(page)

  await bookElsewhere(page, '36TPHS')
  line.resolve()
  await expect(card(page, '36-TP-HS')).toBeVisible()
  await expect(notice).toBeHidden()
})

test('keeps nothing of who has signed out', async ({ own, town }) => {
  const page = await openInstalled(own, town)
  await park(page, '12-GBB-3')
  expect(await keptAnswers(page)).not.toEqual([])
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.getByRole('button', { name: 'Inloggen', exact: true }).waitFor()
  expect(await keptAnswers(page)).toEqual([])
})

test('says in every tab that there is a new version, and changes to it in one that asks', async ({
  own,
  town,
}) => {
  const page = await openInstalled(own, town)
  const other = await own.newPage()
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  const past = await openPastWorker(own)
  // Another address is another worker to a browser, as another content is.
  await own.addInitScript(() => {
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker)
    navigator.serviceWorker.register = () => register('/worker.js?new')
  })
  await page.reload()
  await expect(useNewVersion(page)).toBeVisible()
  await expect(useNewVersion(other)).toBeVisible()
  await expect(useNewVersion(past)).toBeVisible()
  await other.evaluate(() => Object.assign(globalThis, { isTyping: true }))
  await reloadBy(page)
  await expect(page.getByText('Er is een nieuwe versie')).toBeHidden()

  await expect.poll(() => servedBy(other)).toContain('?new')
  expect(await other.evaluate(() => 'isTyping' in globalThis)).toBe(true)
  await reloadBy(other)
  await expect(other.getByText('Er is een nieuwe versie')).toBeHidden()
})

test('shows what was pushed', async ({ own, town, server }) => {
  const page = await own.newPage()
  // No push service can be reached from here.
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = async () => {
      const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }
      const endpoint = 'https://fcm.googleapis.com/fcm/send/journey'
      return { toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription
    }
  })
  await signIn(page, await town.welcomeResident())
  await served(page)
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'Dit apparaat' })
  await section.getByRole('button', { name: 'Zet pushmeldingen aan' }).click()
  await expect(section.getByText('Dit apparaat krijgt pushmeldingen.')).toBeVisible()

  const push = await pushTo(page, server.address)
  const session = {
    body: 'Bezoekersregeling',
    language: 'nl',
    tag: 'session',
    path: '/',
    actions: [],
  }
  await push({ ...session, title: 'Uw geplande parkeeractie is begonnen, tot 11:00' })
  await push({ ...session, title: 'Uw parkeeractie eindigt om 11:00' })
  const soon = { title: 'Uw parkeeractie eindigt om 11:00', body: 'Bezoekersregeling', lang: 'nl' }
  // In the place of the other, and it rings; the same once more does not.
  await expect.poll(() => shownOn(page)).toEqual([{ ...soon, renotify: true }])
  await push({ ...session, title: 'Uw parkeeractie eindigt om 11:00' })
  await expect.poll(() => shownOn(page)).toEqual([{ ...soon, renotify: false }])

  await section.getByRole('button', { name: 'Zet pushmeldingen uit' }).click()
  await expect(section.getByText('Dit apparaat krijgt geen pushmeldingen.')).toBeVisible()
})

test('a notification leads to its session, and its button to extending it', async ({
  own,
  town,
  server,
}) => {
  const page = await openInstalled(own, town)
  await park(page, '12-GBB-3')
  const { id, productId } = await page.evaluate(async () => {
    const { parkingSessions } = await (await fetch('/api/v1/parking-sessions')).json()
    return parkingSessions[0] as { id: string; productId: string }
  })
  const path = `/products/${productId}/parking-sessions`
  const extending = `${path}?sheet=extend&session=${id}`
  const push = await pushTo(page, server.address)
  const soon = {
    title: 'Uw parkeeractie eindigt om 11:00',
    body: 'Bezoekersregeling',
    language: 'nl',
    tag: `session ${id}`,
    path,
    actions: [{ title: 'Verleng', path: extending }],
  }
  await goByMenu(page, 'Instellingen')
  // A window of other work, which one had before one last.
  const counter = await own.newPage()
  await counter.goto('/permit-shop')
  await push(soon)
  await press(own)
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expect(counter).toHaveURL(/permit-shop$/)
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await expect.poll(() => shownOn(page)).toEqual([])

  await goByMenu(page, 'Instellingen')
  await push(soon)
  await press(own, 'Verleng')
  const sheet = page.getByRole('dialog', { name: 'Parkeeractie verlengen' })
  await expect(sheet.getByText('12-GBB-3')).toBeVisible()

  // Where the app was closed, the same address opens it.
  await page.goto(extending)
  await expect(sheet.getByText('12-GBB-3')).toBeVisible()
})

/** As by a reload with shift held down. */
async function openPastWorker(own: BrowserContext): Promise<Page> {
  const page = await own.newPage()
  await page.goto('/')
  const browser = await own.newCDPSession(page)
  const loaded = page.waitForEvent('load')
  await browser.send('Page.reload', { ignoreCache: true })
  await loaded
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  expect(await servedBy(page)).toBeUndefined()
  return page
}

async function bookElsewhere(page: Page, number: string) {
  const [, productId] = /products\/([\w-]+)/.exec(page.url()) ?? []
  const answer = await page.request.post(`/api/v1/products/${productId}/parking-sessions`, {
    data: { plate: { number, country: 'NL' }, end: '2076-11-23T12:00:00+01:00' },
    headers: { 'idempotency-key': `"${randomUUID()}"` },
  })
  expect(answer.ok()).toBe(true)
}

function keptSessions(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cache = await caches.open('answers')
    const requests = await cache.keys()
    const lists = requests.filter(({ url }) => url.endsWith('/parking-sessions'))
    const texts = lists.map(async (request) => (await cache.match(request))?.text() ?? '')
    return (await Promise.all(texts)).join('')
  })
}

function useNewVersion(page: Page) {
  return page.getByRole('button', { name: 'Gebruik de nieuwe versie' })
}

async function reloadBy(page: Page) {
  const reloaded = page.waitForEvent('load')
  await useNewVersion(page).click()
  await reloaded
  expect(await servedBy(page)).toContain('?new')
}

function servedBy(page: Page) {
  return page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)
}

function isReadOfSessions(response: Response): boolean {
  const isRead = response.request().method() === 'GET'
  return isRead && response.ok() && new URL(response.url()).pathname.endsWith('/parking-sessions')
}

async function openInstalled(own: BrowserContext, town: Town): Promise<Page> {
  const page = await own.newPage()
  await signIn(page, await town.welcomeResident())
  await served(page)
  return page
}

/** Until the worker serves the page, and has kept what was read since. */
async function served(page: Page) {
  await expect.poll(() => keptAnswers(page)).toContain('/api/v1/sign-ins/current')
  await expect.poll(() => keptAnswers(page)).toContain('/api/v1/products')
  await expect.poll(() => keptAnswers(page)).toContain('/api/v1/start-product')
}

function keptAnswers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (!(await caches.has('answers'))) return []
    const requests = await (await caches.open('answers')).keys()
    return requests.map(({ url }) => new URL(url).pathname)
  })
}
