import { expect, test } from '#support/test.ts'

test('A resident signs in and sees what there is to park with', async ({ page, town }) => {
  const { email, password } = await town.welcomeResident({ balance: 12_34 })
  await page.goto('/')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill(password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByText('€ 12,34')).toBeVisible()
})
