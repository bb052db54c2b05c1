import type { Page } from '@playwright/test'
import { goByMenu, park, openAs, words, type Language } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const until = { nl: 'Geldig tot en met', en: 'Valid until' } as const
const bell = { nl: 'Alarm bij', en: 'Alarm at' } as const

test('M1, M2, M3, M4, M5, M8, M9: an alarm is set and shows when the balance is below', async ({
  page,
  town,
  language,
}) => {
  const say = words[language]
  await openAs(page, await town.welcomeResident({ balance: 6_00 }), language)
  await showProducts(page, language)
  const product = page.getByRole('article', { name: 'Bezoekersregeling' })
  // Name, location, balance, sessions and validity.
  for (const fact of ['Centrum', say.money('6.00'), say.running, say.planned, until[language]]) {
    await expect(product).toContainText(fact)
  }
  await expect(product).toContainText(/23 nov\w* 2027/i)
  await product.getByRole('button', { name: say.setAlarm }).click()
  const euros = page.getByLabel(say.euros)
  await expect(euros).toHaveValue(language === 'nl' ? '5,00' : '5.00')
  await euros.fill('niets')
  await page.getByRole('button', { name: say.set, exact: true }).click()
  await expect(euros).toHaveAccessibleDescription(/./)
  await expect(euros).toBeFocused()
  await euros.fill('4')
  await page.getByRole('button', { name: say.set, exact: true }).click()
  await expect(product).toContainText(`${say.alarmAt} ${say.money('4.00')}`)
  // B1, M3: in the product bar, too.
  await expect(page.getByRole('banner')).toContainText(`${bell[language]} ${say.money('4.00')}`)

  await product.getByRole('link').click()
  await page.getByRole('heading', { name: say.sessions, level: 1 }).waitFor()
  if (language === 'nl') {
    await park(page, '12-GBB-3')
    await expect(page.getByRole('alert').filter({ hasText: 'saldo alarm' })).toBeVisible()
    await showProducts(page, language)
    await expect(product).toContainText(`${say.belowAlarm} ${say.money('4.00')}`)
  }
})

test('M8: in hours and minutes, and taken away again', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ unit: 'time', balance: 36_000 }))
  await showProducts(page, 'nl')
  await page.getByRole('button', { name: 'Stel saldo alarm in' }).click()
  await expect(page.getByLabel('Uren')).toHaveValue('2')
  await page.getByLabel('Minuten').fill('30')
  await page.getByRole('button', { name: 'Stel in', exact: true }).click()
  await expect(page.getByText('Saldo alarm op 2 uur 30 min')).toBeVisible()
  await page.getByRole('button', { name: 'Wijzig saldo alarm' }).click()
  await page.getByRole('button', { name: 'Zet alarm uit' }).click()
  await expect(page.getByRole('button', { name: 'Stel saldo alarm in' })).toBeVisible()
})

test('M7: a blocked product is removed after a confirmation', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ blocked: true }))
  await showProducts(page, 'nl')
  await page.getByRole('button', { name: 'Verwijder' }).click()
  await page.getByRole('button', { name: 'Niet verwijderen' }).click()
  await page.getByRole('button', { name: 'Verwijder' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijder', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'U heeft nog geen producten' })).toBeVisible()
})

async function showProducts(page: Page, language: Language) {
  const say = words[language]
  await goByMenu(page, say.allProducts, language)
  await page.getByRole('link', { name: say.showProducts }).click()
}
