import { expectAccessible } from '#support/accessible.ts'
import { card, confirm, goByMenu, openAs, openForm, park, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const streets = {
  kind: 'prepaid',
  locations: { Havenwijk: '0.02', Marktkwartier: '0.06', Stadspark: '0.01' },
} as const

test('O2: a location is searched for, and its tariff is charged to the prepaid balance', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident(streets))
  await expect(page.getByRole('banner')).toContainText('3 locaties')
  await openForm(page, '36TPHS')
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Kies eerst een locatie: het tarief hangt ervan af.')
  await sheet.getByRole('radio', { name: '1 uur', exact: true }).check()
  await confirm(page)
  const choose = sheet.getByRole('button', { name: 'Kies een locatie' })
  await expect(choose).toBeFocused()
  await expect(choose).toHaveAccessibleDescription(/Kies waar u parkeert\./)
  await choose.click()
  await sheet.getByLabel('Zoek op naam of code').fill('markt')
  await expect(sheet.getByText('1 locatie', { exact: true })).toBeVisible()
  await sheet.getByRole('button', { name: /Marktkwartier .* 1 uur vanaf nu: € 3,60/ }).click()
  await expect(sheet.getByRole('group', { name: 'Locatie' })).toContainText('Marktkwartier')
  await confirm(page)
  await expect(card(page, '36-TP-HS')).toContainText('Marktkwartier')
  await expect(card(page, '36-TP-HS')).toContainText('€ 3,60')

  // Where one parked last is proposed.
  await openForm(page, 'VX823K')
  await expect(sheet.getByRole('group', { name: 'Locatie' })).toContainText('Marktkwartier')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: words.nl.stop, exact: true }).click()
  await expect(sheet).toContainText('Marktkwartier')
  await page.getByRole('button', { name: words.nl.stopNow }).click()
  await goByMenu(page, words.nl.history)
  await expect(page.getByRole('article')).toContainText('Marktkwartier')
})

test('O3, R3: a pool shows its rights and how many are in use, and says when none is left', async ({
  page,
  town,
}) => {
  const company = { kind: 'pool', unit: 'none', rightsBought: 2 } as const
  await openAs(page, await town.welcomeResident(company))
  const bar = page.getByRole('banner')
  await expect(bar).toContainText('0 van 2')
  await park(page, '36TPHS')
  await park(page, 'VX823K')
  await expect(bar).toContainText('2 van 2')
  await openForm(page, 'GBB01B')
  await confirm(page)
  const sheet = page.getByRole('dialog')
  await expect(
    sheet.getByText('Het maximum aantal gelijktijdige acties overschreden'),
  ).toBeVisible()
  await expect(sheet).toContainText('U heeft 2 parkeerrechten gekocht')
  await expectAccessible(page)
  // The way out: when one of them is free again.
  await confirm(page)
  await goByMenu(page, words.nl.allProducts)
  await page.getByRole('link', { name: words.nl.showProducts }).click()
  await expect(page.getByRole('article')).toContainText('2 van 2')
})
