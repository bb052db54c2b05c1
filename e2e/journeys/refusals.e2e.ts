import { balance, card, confirm, openForm, park, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('R1, G2, G5, P1: what the balance does not afford is offered as long as it does', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ balance: 1_00 }))
  await openForm(page, '12-GBB-3')
  await confirm(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: 'Zo kan het niet' })).toBeFocused()
  await expect(
    sheet.getByText('Uw saldo is niet toereikend om op dit moment een parkeeractie te starten.', {
      exact: true,
    }),
  ).toBeVisible()
  await expect(sheet.getByText('U komt € 27,80 tekort.')).toBeVisible()
  await expect(sheet.getByRole('radio', { name: /Korter/ })).toBeChecked()
  await expect(sheet.getByRole('status')).toContainText('€ 1,00')
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('€ 1,00')
  await expect(balance(page)).toContainText('€ 0,00')
})

test('R3, G4, G5: over the number of places, another moment is offered and planned', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ rules: { maxConcurrent: 1 } }))
  await park(page, '12-GBB-3')
  await openForm(page, 'XX-99-YY')
  await page.getByRole('radio', { name: '2 uur', exact: true }).check()
  await confirm(page)
  const sheet = page.getByRole('dialog')
  await expect(
    sheet.getByText('Het maximum aantal gelijktijdige acties overschreden', { exact: true }),
  ).toBeVisible()
  await sheet.getByRole('radio', { name: /Later/ }).check()
  await expect(sheet.getByRole('status')).toContainText('€ 4,80')
  await confirm(page)
  await expect(page.getByRole('tab', { name: 'Gepland' })).toContainText('1')
  await expect(card(page, 'XX-99-YY')).toContainText('11:')
})

test('G3, G5: longer than is allowed is offered as long as is allowed', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ rules: { maxDurationSeconds: 7200 } }))
  await openForm(page, '12-GBB-3')
  await confirm(page)
  await page.getByRole('radio', { name: /Korter/ }).check()
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('10:00–12:00')
})

test('G1, G5: an end on another day is brought back to the end of the paid hours', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ rules: { endOfDayDeactivation: true } }))
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: 'Anders' }).check()
  await page.getByLabel('Datum').fill('2026-11-24')
  await page.getByLabel('Tijd', { exact: true }).fill('12:00')
  await confirm(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('maandag 23 november, 10:00–22:00')).toBeVisible()
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('vandaag, 10:00–22:00')
})

test('G5: every reason is said at once, and going back keeps what was filled in', async ({
  page,
  town,
}) => {
  const rules = { maxConcurrent: 1, maxDurationSeconds: 7200 }
  await openAs(page, await town.welcomeResident({ balance: 3_00, rules }))
  await park(page, '12-GBB-3')
  await openForm(page, 'XX-99-YY')
  await confirm(page)
  const reasons = page.getByRole('dialog').getByRole('list').first().getByRole('listitem')
  await expect(reasons).toHaveCount(3)
  await page.getByRole('dialog').getByRole('button', { name: 'Terug' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Kenteken', exact: true })).toHaveValue('XX-99-YY')
  await expect(page.getByRole('radio', { name: 'Einde dag' })).toBeChecked()
})

test('G5: a plate that is parked already is offered to be extended', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ balance: 50_00 }))
  await park(page, '12-GBB-3')
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: '2 uur', exact: true }).check()
  await confirm(page)
  await page.getByRole('radio', { name: /De bestaande parkeeractie verlengen/ }).check()
  await confirm(page)
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(card(page, '12-GBB-3')).toContainText('10:00–12:00')
})

test('E3, G3, G5: an extension meets the same checks on the same screen', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ rules: { maxDurationSeconds: 9000 } }))
  await park(page, '12-GBB-3')
  await card(page, '12-GBB-3').getByRole('button', { name: 'Verleng' }).click()
  await page.getByRole('radio', { name: '+2 uur' }).check()
  await confirm(page)
  await expect(page.getByRole('heading', { name: 'Zo kan het niet' })).toBeVisible()
  await page.getByRole('radio', { name: /Korter/ }).check()
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('10:00–12:30')
})

test('E3: where the municipality does not allow it, nothing is offered to extend', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ rules: { extensionAllowed: false } }))
  await park(page, '12-GBB-3')
  await expect(card(page, '12-GBB-3').getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(card(page, '12-GBB-3').getByRole('button', { name: 'Verleng' })).toHaveCount(0)
})

test('G2: without any balance there is a way out and no dead end', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ balance: 0 }))
  await openForm(page, '12-GBB-3')
  await confirm(page)
  await expect(page.getByText(/Vragen over uw saldo\? Bel/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Terug' }).last().click()
  await expect(page.getByRole('heading', { name: 'Nieuwe parkeeractie' })).toBeVisible()
})

test('a blocked product says so, and offers nothing that cannot be done', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ blocked: true }))
  await expect(
    page.getByText('Geblokkeerd. Met dit product kunt u nu niet parkeren.'),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Nieuwe parkeeractie' })).toHaveCount(0)
})
