/** Help where a slip is easily made: a stop by mistake, and a visitor who comes again. */
import { balance, card, goByMenu, park, plateField, signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('a stop is taken back, and the session goes on as if it had not been pressed', async ({
  page,
  town,
}) => {
  await signIn(page, await town.welcomeResident({ balance: 50_00 }))
  await park(page, '12-GBB-3')
  await town.timePasses({ minutes: 20 })
  await card(page, '12-GBB-3').getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Stop nu' }).click()
  await expect(card(page, '12-GBB-3')).toBeHidden()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(card(page, '12-GBB-3')).toBeVisible()
  await expect(page.getByRole('status')).toContainText('loopt door alsof u niet had gestopt')
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeFocused()
  await expect(balance(page)).toContainText('€ 47,60')
})

test('who parked last is parked again from their card, where nobody is parked', async ({
  page,
  town,
}) => {
  await signIn(page, await town.welcomeResident({ parkedOnDays: 2 }))
  const last = page.getByRole('region', { name: 'Laatst geparkeerd' })
  await last.getByRole('button', { name: 'Opnieuw parkeren' }).click()
  await expect(plateField(page)).toHaveValue('D-001-AY')
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(card(page, 'D-001-AY').getByRole('button', { name: 'Stop' })).toBeVisible()
  await expect(last).toBeHidden()
})

test('who parked last is there below whoever is parked now', async ({ page, town }) => {
  await signIn(page, await town.welcomeResident({ balance: 50_00, parkedOnDays: 2 }))
  await park(page, '12-GBB-3')
  await expect(card(page, '12-GBB-3')).toBeVisible()
  const last = page.getByRole('region', { name: 'Laatst geparkeerd' })
  await expect(last).toContainText('D-001-AY')
  await last.getByRole('button', { name: 'Opnieuw parkeren' }).click()
  await expect(plateField(page)).toHaveValue('D-001-AY')
})

test('a visitor of before is parked again from the history', async ({ page, town }) => {
  await signIn(page, await town.welcomeResident({ parkedOnDays: 1 }))
  await goByMenu(page, 'Historie')
  await card(page, 'D-001-AY').getByRole('button', { name: 'Opnieuw parkeren' }).click()
  await expect(page.getByRole('dialog', { name: 'Nieuwe parkeeractie' })).toBeVisible()
  await expect(plateField(page)).toHaveValue('D-001-AY')
})
