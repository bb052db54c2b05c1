import { card, fillSignIn, goByMenu, park, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('B1: the frame says what one parks on, where, and what is left', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ balance: 50_00 }))
  const frame = page.getByRole('banner')
  await expect(frame).toContainText('Bezoekersregeling')
  await expect(frame).toContainText('Saldo € 50,00')
  await expect(frame.getByRole('group', { name: 'Contrast' })).toBeVisible()
  await expect(frame.getByRole('group', { name: 'Taal' })).toBeVisible()
})

// The manual hides the buttons of a phone behind one; here there is room for them (decision 24).
test('B3: what can be done with a session stands on its card, on a phone as on a wide screen', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await park(page, 'GBB01B')
  const session = card(page, 'GBB-01-B')
  await expect(session.getByRole('button')).toHaveText(['Stop', 'Verleng'])
  for (const button of await session.getByRole('button').all())
    await expect(button).toBeInViewport()
  // What is more than fits opens from one button on both.
  await expect(page.getByRole('link', { name: 'Favorieten' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Favorieten' })).toBeVisible()
})

test('B4: the menu leads everywhere, and closes without a choice', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  const menu = page.getByRole('button', { name: 'Menu', exact: true })
  await menu.click()
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(menu).toBeFocused()

  await menu.click()
  await page.getByRole('button', { name: 'Sluit het menu' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  for (const entry of [
    'Favorieten',
    'Historie',
    'Alle parkeeracties',
    'Alle producten',
    'Parkeeracties',
  ]) {
    await goByMenu(page, entry)
    await expect(page.getByRole('heading', { name: entry, level: 1 })).toBeFocused()
    await expect(page).toHaveTitle(`${entry} – 2Park`)
  }
})

test('B4: the phone’s back button closes a sheet, and a second press leaves the page', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Alle producten')
  await goByMenu(page, 'Favorieten')
  await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Favorieten', level: 1 })).toBeVisible()
})

test('B5: the language changes everything at once, and is remembered, also after signing out', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  const english = page.getByRole('radio', { name: 'English' })
  await english.check()
  await expect(page.getByRole('heading', { name: 'Parking sessions' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(english).toBeFocused()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Parking sessions' })).toBeVisible()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  // What is wrong with a form stands there in the other language too, ours as well as the server's words.
  const alert = page.getByRole('alert')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(alert).toContainText('Enter your e-mail address.')
  await page.getByRole('radio', { name: 'Nederlands' }).check()
  await expect(alert).toContainText('Vul uw e-mailadres in.')
  await fillSignIn(page, { email: 'niemand@example.com', password: 'niet dit wachtwoord' })
  await expect(alert.getByText('Inloggen is niet gelukt.')).toBeVisible()
  await page.getByRole('radio', { name: 'English' }).check()
  await expect(alert.getByText('Signing in failed.')).toBeVisible()
})

test('B6: each contrast is chosen by its name, before signing in, and remembered', async ({
  page,
}) => {
  await page.goto('/')
  for (const [name, contrast] of [
    ['Zwart op wit', 'black-on-white'],
    ['Wit op zwart', 'white-on-black'],
    ['Zwart op geel', 'black-on-yellow'],
    ['Geel op zwart', 'yellow-on-black'],
    ['Standaard', 'default'],
  ] as const) {
    await page.getByRole('radio', { name }).check()
    await expect(page.locator('html')).toHaveAttribute('data-contrast', contrast)
  }
  await page.getByRole('radio', { name: 'Geel op zwart' }).check()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'yellow-on-black')
  await expect(page.getByRole('radio', { name: 'Geel op zwart' })).toBeChecked()
})

test('B6: who asks the device for more contrast has it, until they choose otherwise', async ({
  browser,
  server,
}) => {
  for (const [colorScheme, name] of [
    ['light', 'Zwart op wit'],
    ['dark', 'Wit op zwart'],
  ] as const) {
    const asked = { contrast: 'more', colorScheme, locale: 'nl-NL' } as const
    const context = await browser.newContext({ ...asked, baseURL: server.address })
    const page = await context.newPage()
    await page.goto('/')
    await expect(page.getByRole('radio', { name })).toBeChecked()
    await page.getByRole('radio', { name: 'Standaard' }).check()
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Standaard' })).toBeChecked()
    await context.close()
  }
})

test('B5: where nothing was chosen, the browser’s own language is spoken', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL: server.address })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await context.close()
})

test('L1, L2: every session is on one page, and a card leads to its product', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await park(page, '12-GBB-3')
  await goByMenu(page, 'Alle parkeeracties')
  await page.getByRole('link', { name: /12-GBB-3/ }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  await expect(card(page, '12-GBB-3')).toBeVisible()
})

test('M9: a product is chosen from all of them', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ balance: 50_00 }))
  await goByMenu(page, 'Alle producten')
  await page.getByRole('link', { name: 'Toon producten' }).click()
  const product = page.getByRole('article', { name: 'Bezoekersregeling' })
  await expect(product).toContainText('€ 50,00')
  await product.getByRole('link', { name: 'Selecteer' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('an address that is no page says so, and leads back', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  await page.goto('/nergens')
  await expect(page.getByRole('heading', { name: 'Niet gevonden' })).toBeVisible()
  await page.getByRole('link', { name: 'Naar uw parkeeracties' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})
