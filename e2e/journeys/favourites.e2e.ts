import type { Page } from '@playwright/test'
import { card, confirm, goByMenu, openForm, park, plateField, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('I1, I2, I3, I5: a favourite is kept, counted, used by its name, and removed', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Favorieten')
  await expect(page.getByRole('heading', { name: 'U heeft nog geen favorieten' })).toBeVisible()
  await keep(page, 'gbb01b', 'Oma Riet')
  await expect(page.getByText('U heeft 1 favoriet.')).toBeVisible()

  await goByMenu(page, 'Parkeeracties')
  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await page.getByRole('button', { name: 'Oma Riet' }).click()
  await expect(plateField(page)).toHaveValue('GBB-01-B')
  await confirm(page)
  await expect(card(page, 'GBB-01-B')).toContainText('Oma Riet')

  await goByMenu(page, 'Favorieten')
  await page.getByRole('button', { name: 'Verwijder' }).click()
  const sheet = page.getByRole('dialog', { name: 'Favoriet verwijderen?' })
  await expect(sheet).toContainText('Oma Riet')
  await expect(sheet).toContainText('GBB-01-B')
  await sheet.getByRole('button', { name: 'Verwijder', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'U heeft nog geen favorieten' })).toBeVisible()
})

test('I1, I2: what is wrong with a favourite is said at its field', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Favorieten')
  await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(plateField(page)).toHaveAccessibleDescription('Vul een kenteken in.')
  await expect(page.getByRole('alert')).toBeFocused()
  await plateField(page).fill('GBB01B')
  await page.getByLabel('Naam').fill('Grootmoeder Riet')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByLabel('Naam')).toHaveAccessibleDescription(/hoogstens 10 tekens/i)
  await page.getByLabel('Naam').fill('Oma')
  await page.getByLabel('Naam').press('Enter')
  await expect(page.getByText('U heeft 1 favoriet.')).toBeVisible()

  await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
  await plateField(page).fill('gbb-01-b')
  await page.getByLabel('Naam').fill('Oma weer')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await expect(page.getByRole('alert')).toContainText(/favoriet/)
})

test('F6: favourites and recent plates are found by name and plate, and fill the form', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await park(page, 'XX-99-YY')
  await goByMenu(page, 'Favorieten')
  for (const [plate, name] of [
    ['GBB01B', 'Oma Riet'],
    ['TFD99K', 'Loodgieter'],
  ] as const) {
    await keep(page, plate, name)
  }
  await goByMenu(page, 'Parkeeracties')
  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await page.getByRole('button', { name: 'Alle favorieten…' }).click()

  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: 'Kies een kenteken' })).toBeFocused()
  await page.getByLabel('Zoek op naam of kenteken').fill('lood')
  await expect(sheet.getByText('1 kenteken', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: /Recent geparkeerd/ }).click()
  await page.getByLabel('Zoek op kenteken').fill('x-99')
  await sheet.getByRole('button', { name: 'XX-99-YY' }).click()
  await expect(plateField(page)).toHaveValue('XX-99-YY')
})

test('a plate that looks like a favourite is asked about; an unusual one is warned of and taken', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await goByMenu(page, 'Favorieten')
  await keep(page, 'GBB01B', 'Oma Riet')
  await goByMenu(page, 'Parkeeracties')
  await openForm(page, 'GB801B')
  await expect(page.getByText('Bedoelt u')).toBeVisible()
  await page.getByRole('button', { name: 'Ja, neem dit kenteken' }).click()
  await expect(plateField(page)).toHaveValue('GBB-01-B')

  await plateField(page).fill('CD12345')
  await plateField(page).blur()
  await expect(page.getByText('Dit ziet er niet uit als een Nederlands kenteken.')).toBeVisible()
  await confirm(page)
  await expect(card(page, 'CD12345')).toBeVisible()
})

test('a plate from abroad is typed without dashes and shown with its country', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await openForm(page, '1-ABC-234')
  await page.getByLabel('Land van het kenteken').selectOption('B')
  await expect(plateField(page)).toHaveValue('1ABC234')
  await confirm(page)
  await expect(card(page, '1ABC234 (B)')).toBeVisible()
})

async function keep(page: Page, plate: string, name: string) {
  await page.getByRole('link', { name: 'Nieuwe favoriet' }).click()
  await plateField(page).fill(plate)
  await page.getByLabel('Naam').fill(name)
  await page.getByRole('button', { name: 'Sla op' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
