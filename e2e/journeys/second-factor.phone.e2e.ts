import type { Page } from '@playwright/test'
import { codeAt } from '#support/authenticator-app.ts'
import { plugInAuthenticator } from '#support/passkey-device.ts'
import { fillSignIn, goByMenu, signIn, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('A6: a passkey signs in without a password, or after it', async ({ page, town }) => {
  await plugInAuthenticator(page)
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await goByMenu(page, 'Inloggen en beveiliging')
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Naam' }).fill('Telefoon')
  await sheet.getByRole('button', { name: 'Verder' }).click()
  await expect(sheet.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem')).toHaveCount(
    10,
  )
  await sheet.getByRole('button', { name: 'Ik heb de codes bewaard' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Telefoon' })).toContainText(
    'nog niet gebruikt',
  )

  await signOut(page)
  await page.getByRole('button', { name: 'Inloggen met passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  await goByMenu(page, 'Inloggen en beveiliging')
  await expect(page.getByRole('listitem').filter({ hasText: 'Telefoon' })).toContainText(
    'Laatst gebruikt op 23 november 2026',
  )

  await signOut(page)
  await fillSignIn(page, resident)
  await page.getByRole('button', { name: 'Passkey gebruiken' }).click()
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
})

test('A6: a passkey gets another name, and is removed with the password once more', async ({
  page,
  town,
}) => {
  await plugInAuthenticator(page)
  const resident = await town.welcomeResident()
  await signIn(page, resident, 'en')
  await goByMenu(page, 'Sign-in and security', 'en')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'I have kept the codes' }).click()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Key ring')
  await page.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Key ring' })).toBeVisible()

  await town.timePasses({ minutes: 11 })
  await page.getByRole('button', { name: 'Remove passkey' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Remove passkey' }).click()
  await sheet.getByLabel('Password', { exact: true }).fill('not the password')
  await sheet.getByRole('button', { name: 'Continue' }).click()
  await expect(sheet.getByRole('alert')).toContainText('This is not your password.')
  await sheet.getByLabel('Password', { exact: true }).fill(resident.password)
  await sheet.getByRole('button', { name: 'Continue' }).click()
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: 'Key ring' })).toBeHidden()
})

test('A6: an authenticator app is set up, asked for at signing in, and switched off', async ({
  page,
  town,
}) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await goByMenu(page, 'Inloggen en beveiliging')
  await page.getByRole('button', { name: 'Authenticator-app instellen' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Verder' }).click()
  await expect(sheet.getByRole('img', { name: 'QR-code voor de authenticator-app' })).toBeVisible()
  const secret = (await sheet.getByTestId('secret').textContent()) ?? ''
  await sheet.getByLabel('Code').fill('000000')
  await sheet.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(sheet.getByRole('alert')).toContainText('Deze code klopt niet')
  await town.setClock('2026-11-23T10:05:00+01:00')
  await sheet.getByLabel('Code').fill(codeAt(secret, '2026-11-23T10:05:00+01:00'))
  await sheet.getByRole('button', { name: 'Bevestigen' }).click()
  const codes = sheet.getByRole('list', { name: 'Herstelcodes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recoveryCode = (await codes.first().textContent()) ?? ''
  await sheet.getByRole('button', { name: 'Ik heb de codes bewaard' }).click()
  await expect(page.getByText('U heeft nog 10 herstelcodes.')).toBeVisible()

  await signOut(page)
  await fillSignIn(page, resident)
  await expect(page.getByRole('heading', { name: 'Tweede stap bij het inloggen' })).toBeFocused()
  const code = page.getByLabel('Code')
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(code).toHaveAttribute('inputmode', 'numeric')
  await code.fill('123')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Deze code klopt niet')
  await town.setClock('2026-11-23T10:10:00+01:00')
  await code.fill(codeAt(secret, '2026-11-23T10:10:00+01:00'))
  await code.press('Enter')
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()

  await signOut(page)
  await fillSignIn(page, resident)
  await page.getByRole('button', { name: 'Herstelcode gebruiken' }).click()
  await page.getByLabel('Herstelcode').fill(recoveryCode)
  await page.getByLabel('Herstelcode').press('Enter')
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeVisible()
  await goByMenu(page, 'Inloggen en beveiliging')
  await expect(page.getByText('U heeft nog 9 herstelcodes.')).toBeVisible()

  await town.setClock('2026-11-23T10:15:00+01:00')
  await page.getByRole('button', { name: 'Authenticator-app uitzetten' }).click()
  await sheet.getByLabel('Wachtwoord', { exact: true }).fill(resident.password)
  await sheet.getByLabel('Code').fill(codeAt(secret, '2026-11-23T10:15:00+01:00'))
  await sheet.getByRole('button', { name: 'Authenticator-app uitzetten' }).click()
  await expect(page.getByText(/alleen uw wachtwoord/)).toBeVisible()
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.nl.menu, exact: true }).click()
  await page.getByRole('button', { name: words.nl.signOut }).click()
  await page.getByRole('heading', { name: words.nl.signIn, exact: true }).waitFor()
}
