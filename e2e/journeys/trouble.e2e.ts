/** When the network or the server fails. These pages are the journey's own: their console does complain. */
import { expectAccessible } from '#support/accessible.ts'
import type { BrowserContext } from '@playwright/test'
import { balance, card, confirm, goByMenu, openForm, openAs, park } from '#support/screen.ts'
import { expect, test as base } from '#support/test.ts'

const test = base.extend<{ own: BrowserContext }>({
  own: async ({ browser, server, contextOptions }, use) => {
    const context = await browser.newContext({ ...contextOptions, baseURL: server.address })
    await use(context)
    await context.close()
  },
})

test('F5, P1: pressing again after the network failed books once', async ({ own, town }) => {
  const page = await own.newPage()
  await openAs(page, await town.welcomeResident({ balance: 50_00 }))
  const keys: (string | undefined)[] = []
  let isFirst = true
  await page.route('**/parking-sessions', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    keys.push(route.request().headers()['idempotency-key'])
    if (!isFirst) return route.fallback()
    isFirst = false
    // The booking arrives; its answer does not.
    await route.fetch()
    return route.abort()
  })
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: '1 uur', exact: true }).check()
  await confirm(page)
  await expect(page.getByRole('alert')).toContainText('Geen verbinding')
  await expectAccessible(page)
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toHaveCount(1)
  await expect(balance(page)).toContainText('€ 47,60')
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('a fault of ours says so, with a number to quote, and another try helps', async ({
  own,
  town,
}) => {
  const page = await own.newPage()
  await openAs(page, await town.welcomeResident())
  await page.route('**/api/v1/products', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:2park:problem:fault',
        title: 'Er ging iets mis bij ons.',
        status: 500,
        detail: 'Geef het nummer door aan de helpdesk.',
        code: 'fault',
        instance: 'urn:uuid:0198',
      }),
    }),
  )
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Er ging iets mis bij ons.' })).toBeVisible()
  await expect(page.getByText('urn:uuid:0198')).toBeVisible()
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Probeer het opnieuw' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('without a network the lists stay, and say that they could not be read again', async ({
  own,
  town,
}) => {
  const page = await own.newPage()
  await page.clock.install()
  await openAs(page, await town.welcomeResident({ balance: 50_00 }))
  await park(page, '12-GBB-3')
  await expect(card(page, '12-GBB-3')).toBeVisible()
  const asked: string[] = []
  await page.route('**/api/v1/**', (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  const askedFor = (what: string) => asked.filter((url) => url.endsWith(what)).length
  // What keeps both a list and its count away is said once.
  await goByMenu(page, 'Historie')
  await expect(page.getByRole('alert')).toContainText('Geen verbinding')
  await goByMenu(page, 'Alle parkeeracties')
  await expect(page.getByRole('alert')).toContainText('Geen verbinding')
  // Long enough to ask again by itself what is there; what is not, is asked when one tries again.
  const [products, all] = [askedFor('/products'), askedFor('v1/parking-sessions')]
  await page.clock.fastForward(60_000)
  await expect.poll(() => askedFor('/products')).toBeGreaterThan(products)
  expect(askedFor('v1/parking-sessions')).toBe(all)
  await goByMenu(page, 'Parkeeracties')
  await expect(page.getByRole('alert')).toContainText('Geen verbinding')
  await expect(page.getByRole('button', { name: 'Probeer het opnieuw' })).toBeVisible()
  await expect(card(page, '12-GBB-3')).toBeVisible()
})
