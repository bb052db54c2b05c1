import { expect, test } from '#support/test.ts'

test('a newcomer reads the mails of the demo, and follows a link', async ({
  page,
  town,
  server,
}) => {
  const resident = await town.welcomeResident()
  const address = `${server.address}/favourites?from=mail`
  await town.writeMail({ to: resident.email, address })
  const [received] = await town.mailsTo(resident.email)
  expect(received).toMatchObject({ subject: 'Kies een nieuw wachtwoord', links: [address] })

  await page.goto('/demo/mailbox')
  await expect(page.getByRole('heading', { name: 'Postvak van de demo' })).toBeVisible()
  const mail = page.getByRole('listitem').filter({ hasText: resident.email })
  await mail.getByRole('link', { name: 'Kies een nieuw wachtwoord' }).click()
  await expect(page.getByRole('heading', { name: 'Kies een nieuw wachtwoord' })).toBeVisible()
  await expect(page.locator('pre')).toContainText(address)
  const shown = page.frameLocator('iframe')
  await expect(shown.getByText('30 minuten')).toBeVisible()
  await shown.getByRole('link', { name: 'Kies een nieuw wachtwoord' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})
