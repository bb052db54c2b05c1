import type { Page } from '@playwright/test'
import { balance, goByMenu, openForm, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import type { ResidentGiven } from '#support/town.ts'

const tenAndTwenty = [
  { priceCents: 10_00, gives: 10_00 },
  { priceCents: 20_00, gives: 22_00 },
]
const buyer = { balance: 5_00, topUps: { options: tenAndTwenty } } satisfies ResidentGiven

test('D1, D2, B4: a resident chooses a top-up, pays it at the bank and sees the new balance', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident(buyer))
  await goByMenu(page, 'Opwaarderen')
  const dearest = page.getByRole('radio', { name: /€ 20,00/ })
  await expect(page.getByText('Saldo hierna € 27,00')).toBeVisible()
  await dearest.check()
  await page.getByRole('button', { name: 'Betaal' }).click()

  await expect(page.getByRole('heading', { name: 'Oefenbank' })).toBeVisible()
  await expect(page.getByText('€ 20,00')).toBeVisible()
  await page.getByRole('button', { name: 'Betaald' }).click()
  await expect(page.getByRole('status').getByText('De betaling is gelukt.')).toBeVisible()
  await expect(page.getByText(/Uw saldo is nu €\s27,00/)).toBeVisible()
  await expect(balance(page)).toContainText('€ 27,00')
  await page.getByRole('link', { name: 'Parkeeracties' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('D2: in English, too', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident(buyer), 'en')
  await goByMenu(page, 'Top up', 'en')
  await page.getByRole('button', { name: 'Pay' }).click()
  await expect(page.getByRole('heading', { name: 'Practice bank' })).toBeVisible()
  await page.getByRole('button', { name: 'Paid' }).click()
  await expect(page.getByText('The payment has succeeded.')).toBeVisible()
  await expect(balance(page)).toContainText('€15.00')
})

for (const [button, said] of [
  ['Mislukt', 'De betaling is mislukt.'],
  ['Geannuleerd', 'U heeft de betaling geannuleerd.'],
  ['Verlopen', 'De betaling is verlopen.'],
] as const) {
  test(`D2: a payment with the outcome "${button}" changes nothing, says so, and can be done again`, async ({
    page,
    town,
  }) => {
    await openAs(page, await town.welcomeResident(buyer))
    await goToBank(page)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByText(/Uw saldo is niet veranderd/)).toBeVisible()
    await expect(balance(page)).toContainText('€ 5,00')
    await page.getByRole('link', { name: 'Opnieuw opwaarderen' }).click()
    await expect(page.getByRole('button', { name: 'Betaal' })).toBeVisible()
  })
}

test('D2: a payment that is left open is waited for, found again, and paid after all', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident(buyer))
  await goToBank(page)
  const bank = page.url()
  await page.getByRole('button', { name: 'Nog niet betalen' }).click()
  await expect(page.getByText('We wachten op uw bank.')).toBeVisible()
  await goByMenu(page, 'Parkeeracties')
  await goByMenu(page, 'Opwaarderen')
  await page.getByRole('link', { name: 'Bekijk of betaal deze betaling' }).click()
  await expect(page.getByText('We wachten op uw bank.')).toBeVisible()

  // On another screen, at the bank, it is paid: this page hears of it by itself.
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(bank)
  await elsewhere.getByRole('button', { name: 'Betaald' }).click()
  await expect(elsewhere.getByText('De betaling is gelukt.')).toBeVisible()
  await expect(page.getByText('De betaling is gelukt.')).toBeVisible()
  await expect(balance(page)).toContainText('€ 15,00')
})

test('D3, R2: at the limit the reason is shown, and when the new period begins', async ({
  page,
  town,
}) => {
  const cap = { counts: 'price', most: 25_00 } as const
  const topUps = { options: tenAndTwenty, cap }
  await openAs(page, await town.welcomeResident({ ...buyer, topUps, balancePeriod: 'quarter' }))
  for (const more of [true, false]) {
    await goByMenu(page, 'Parkeeracties')
    await goToBank(page)
    await page.getByRole('button', { name: 'Betaald' }).click()
    await page.getByRole('link', { name: 'Opnieuw opwaarderen' }).click()
    const less = page.getByText('Meer kunt u in deze periode niet opwaarderen.')
    if (more) await expect(less).toBeVisible()
  }
  await expect(
    page.getByText(
      'Voor deze periode is het niet meer mogelijk om uw tegoed op te waarderen omdat het maximum bereikt is.',
    ),
  ).toBeVisible()
  await expect(page.getByText(/De nieuwe periode begint op 1 januari 2027/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Betaal' })).toBeHidden()
})

test('R1: a balance that is too low leads to the top-up', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ ...buyer, balance: 0 }))
  await openForm(page, 'GBB-01-B')
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await page.getByRole('link', { name: 'Waardeer uw saldo op' }).click()
  await expect(page.getByRole('heading', { name: 'Opwaarderen', level: 1 })).toBeVisible()
})

test('D4: a product without top-ups has none in its menu', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const menu = page.getByRole('dialog')
  await expect(menu.getByRole('link', { name: 'Favorieten' })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Opwaarderen' })).toBeHidden()
})

/** Orders the cheapest top-up and goes to pay it. */
async function goToBank(page: Page) {
  await goByMenu(page, 'Opwaarderen')
  await page.getByRole('button', { name: 'Betaal' }).click()
  await page.getByRole('heading', { name: 'Oefenbank' }).waitFor()
}
