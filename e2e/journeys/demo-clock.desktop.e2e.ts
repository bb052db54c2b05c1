import { card, enter, goByMenu, park, signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('a newcomer moves the clock of the demo, and what was parked is over', async ({
  page,
  town,
}) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await park(page, '12-GBB-3')
  await page.goto('/demo/clock')
  await expect(page.getByText('Het is nu: 23 nov 2026')).toBeVisible()
  await page.getByRole('button', { name: 'Een uur verder' }).click()
  await expect(page.getByLabel('Datum en tijd')).toHaveValue(/^2026-11-23T11:0/)
  // An hour in which nothing was done.
  await enter(page, resident)
  await goByMenu(page, 'Historie')
  await expect(card(page, '12-GBB-3')).toContainText('€ 2,40')
})
