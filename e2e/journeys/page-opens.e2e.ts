import { expect, test } from '#support/test.ts'

test('The page opens, in Dutch, and asks who it is', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByLabel('E-mailadres')).toBeVisible()
  await expect(page.getByLabel('Wachtwoord')).toBeVisible()
})
