/** What happens elsewhere appears by itself, on a screen that nobody touches. */
import { card, park, signIn, balance } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

/**
 * What is promised is two seconds, and `bench/live.bench.ts` holds us to it. Here a busy machine shows
 * four screens at once: that it appears by itself is what is seen, and not how soon.
 */
const soon = { timeout: 4000 }

test('another device shows a session that begins and one that is stopped', async ({
  browser,
  contextOptions,
  page,
  server,
  town,
}) => {
  const anna = await town.welcomeResident({ balance: 50_00 })
  await signIn(page, anna)
  const other = await browser.newContext({ ...contextOptions, baseURL: server.address })
  const elsewhere = await other.newPage()
  await signIn(elsewhere, anna)

  await park(elsewhere, '12-GBB-3')
  await expect(card(page, '12-GBB-3')).toBeVisible(soon)
  await expect(balance(page)).toContainText('€ 47,60', soon)

  await card(elsewhere, '12-GBB-3').getByRole('button', { name: 'Stop' }).click()
  await elsewhere.getByRole('button', { name: 'Stop nu' }).click()
  await expect(card(page, '12-GBB-3')).toBeHidden(soon)
  await other.close()
})

test('where nothing can be told, the screen asks by itself', async ({
  browser,
  contextOptions,
  server,
  town,
}) => {
  const anna = await town.welcomeResident()
  const [here, there] = await Promise.all([
    browser.newContext({ ...contextOptions, baseURL: server.address }),
    browser.newContext({ ...contextOptions, baseURL: server.address }),
  ])
  const page = await here.newPage()
  await page.route('**/api/v1/changes', (route) => route.abort())
  await signIn(page, anna)
  const elsewhere = await there.newPage()
  await signIn(elsewhere, anna)
  await park(elsewhere, '12-GBB-3')
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await Promise.all([here.close(), there.close()])
})
