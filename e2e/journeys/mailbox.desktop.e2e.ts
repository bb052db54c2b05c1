import { expect, test } from '#support/test.ts'

test('a newcomer reads the mails of the demo, and follows a link', async ({ page, town }) => {
  const { email } = await town.welcomeResident()
  await page.goto('/forgot-password')
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByRole('button', { name: 'Verzenden', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kijk in uw e-mail' })).toBeVisible()
  const [received] = await town.mailsTo(email)
  expect(received).toMatchObject({ subject: 'Kies een nieuw wachtwoord' })

  await page.goto('/demo/mailbox')
  await expect(page.getByRole('heading', { name: 'Postvak van de demo' })).toBeVisible()
  const mail = page.getByRole('listitem').filter({ hasText: email })
  await mail.getByRole('link', { name: 'Kies een nieuw wachtwoord' }).click()
  await expect(page.getByRole('heading', { name: 'Kies een nieuw wachtwoord' })).toBeVisible()
  await expect(page.locator('pre')).toContainText(received?.links[0] ?? 'a link')
  const shown = page.frameLocator('iframe')
  await expect(shown.getByText('30 minuten')).toBeVisible()
  await shown.getByRole('link', { name: 'Kies een nieuw wachtwoord' }).click()
  await expect(page).toHaveURL(/\/reset-password$/)
})
