import { quietOf } from '#support/quiet.ts'
import { signIn } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('A6: a resident signs in and sees what there is to park with', async ({ page, town }) => {
  await signIn(page, await town.welcomeResident({ balance: 12_34 }))
  await expect(page.getByText('€ 12,34')).toBeVisible()
})

test('A6: what is missing is said at its field, and wrong words are not told apart', async ({
  page,
  town,
}) => {
  const { email } = await town.welcomeResident()
  await page.goto('/')
  const password = page.getByRole('textbox', { name: 'Wachtwoord', exact: true })
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('E-mailadres')).toHaveAccessibleDescription('Vul uw e-mailadres in.')
  await expect(password).toHaveAccessibleDescription('Vul uw wachtwoord in.')

  for (const address of [email, 'niemand@example.com']) {
    await page.getByLabel('E-mailadres').fill(address)
    await password.fill('niet het wachtwoord')
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Inloggen is niet gelukt.')
    await expect(page.getByLabel('E-mailadres')).toHaveValue(address)
  }
})

test('A6: the password can be shown while it is typed', async ({ page }) => {
  await page.goto('/')
  const password = page.getByRole('textbox', { name: 'Wachtwoord', exact: true })
  await password.fill('geheim')
  await page.getByRole('button', { name: 'Toon wachtwoord' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Verberg wachtwoord' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})

test('A6: after signing in one is back where one was', async ({ page, context, town }) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  const favourites = page.url().replace('parking-sessions', 'favourites')
  await context.clearCookies()
  await page.goto(favourites)
  await page.getByLabel('E-mailadres').fill(resident.email)
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(resident.password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Favorieten', level: 1 })).toBeVisible()
  expect(page.url()).toBe(favourites)
})

test('A6: who turns out to be signed out in the middle of something signs in and goes on', async ({
  page,
  context,
  town,
}) => {
  const quiet = quietOf(page)
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await quiet()
  // Now nothing but the press on the link finds out.
  await context.clearCookies()
  await page.getByRole('link', { name: 'Nieuwe parkeeractie' }).click()
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
  await page.getByLabel('E-mailadres').fill(resident.email)
  await page.getByRole('textbox', { name: 'Wachtwoord', exact: true }).fill(resident.password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Nieuwe parkeeractie' })).toBeVisible()
})
