/** Nothing on a page moves by itself: not when it loads, and not when answers come. */
import type { Page } from '@playwright/test'
import { expectNoJumps, watchJumps } from '#support/jumps.ts'
import { card, openAs, park } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const pages = [
  { at: '/products/{product}/parking-sessions', shows: 'Verberg deze tip' },
  { at: '/products/{product}/favourites', shows: 'Nieuwe favoriet' },
  { at: '/products/{product}/delegations', shows: 'nog niemand gemachtigd' },
  { at: '/products/{product}/history', shows: 'Opnieuw parkeren' },
  { at: '/products/{product}/history?tab=transactions', shows: 'Saldo hierna' },
  { at: '/products/{product}/top-up', shows: 'Kies een opwaardering' },
  { at: '/products', shows: 'Toon producten' },
  { at: '/parking-sessions', shows: 'GBB-01-B' },
  { at: '/settings', shows: 'Waar u bent ingelogd' },
] as const

test('nothing jumps when a page loads, nor when its lists come late', async ({ page, town }) => {
  test.slow()
  const topUps = { options: [{ priceCents: 10_00, gives: 10_00 }] }
  const given = { balance: 50_00, parkedOnDays: 3, topUps, delegations: 'plateOptional' } as const
  await openAs(page, await town.welcomeResident(given))
  await park(page, 'GBB01B')
  const product = /products\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await watchJumps(page)
  await answerInTurn(page)
  for (const { at, shows } of pages) {
    await test.step(at, async () => {
      await page.goto(at.replace('{product}', product))
      await expect(page.getByText(shows).first()).toBeVisible()
      await drawn(page)
      await expectNoJumps(page)
    })
  }
})

test('nothing jumps when a sheet opens, a price comes, and the balance changes', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ balance: 1_050_00 }))
  await watchJumps(page)
  await page.reload()
  await park(page, 'GBB01B')
  await expect(card(page, 'GBB-01-B')).toBeVisible()
  await page.getByRole('button', { name: 'Verleng' }).click()
  await page.getByText('Saldo hierna').waitFor()
  await page.keyboard.press('Escape')
  await drawn(page)
  await expectNoJumps(page)

  // On another screen: here nobody presses anything.
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(page.url())
  await park(elsewhere, '36TPHS')
  await elsewhere.close()
  await expect(card(page, '36-TP-HS')).toBeVisible()
  await drawn(page)
  await expectNoJumps(page)
})

/** One answer after the other, and each on a screen that was drawn without it: nothing comes just in time. */
async function answerInTurn(page: Page) {
  let last = Promise.resolve()
  await page.route(/\/api\/v1\/(?!changes)/, async (route) => {
    const before = last
    const answered = Promise.withResolvers<void>()
    last = answered.promise
    await before
    await drawn(page).catch(() => {})
    await route.continue()
    answered.resolve()
  })
}

/** Two frames later everything that was known has been drawn. */
async function drawn(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
}
