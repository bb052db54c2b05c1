/** What guards an account, and what programs may do with it, with the keyboard alone. */
import { codeAt } from '#support/authenticator-app.ts'
import { expectFocusOn, followErrors, open, press, tabTo, type } from '#support/keyboard.ts'
import { plugInAuthenticator } from '#support/passkey-device.ts'
import { openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

const [first, second, third] = [
  '2026-11-23T10:05:00+01:00',
  '2026-11-23T10:10:00+01:00',
  '2026-11-23T10:15:00+01:00',
] as const

test('A6, P1: an authenticator app and an access token, from making to revoking', async ({
  page,
  town,
}) => {
  await plugInAuthenticator(page)
  const resident = await town.welcomeResident()
  await openAs(page, resident, 'en')
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
  const sheet = page.getByRole('dialog')
  const secret = async () => (await sheet.getByTestId('secret').textContent()) ?? ''
  let key = ''

  await test.step('A6: an app is set up', async () => {
    await open(page, 'Menu')
    await press(page, 'Sign-in and security')
    await expect(heading('Sign-in and security')).toBeFocused()
    await open(page, 'Set up an authenticator app')
    await press(page, 'Continue')
    await expect(page.getByRole('heading', { name: 'Scan the QR code' })).toBeFocused()
    key = await secret()
    await press(page, 'Confirm')
    await expectFocusOn(page, 'Code')
    await town.setClock(first)
    await page.keyboard.type(codeAt(key, first))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeFocused()
    await press(page, 'I have kept the codes')
    await expect(sheet).toBeHidden()
  })

  await test.step('A6: it is asked for at signing in', async () => {
    await open(page, 'Menu')
    await press(page, 'Sign out')
    await type(page, 'E-mail address', resident.email)
    await type(page, 'Password', resident.password)
    await page.keyboard.press('Enter')
    await expect(heading('Second step at signing in')).toBeFocused()
    await press(page, 'Sign in')
    await expectFocusOn(page, 'Code')
    await town.setClock(second)
    await page.keyboard.type(codeAt(key, second))
    await page.keyboard.press('Enter')
    await expect(heading('Parking sessions')).toBeFocused()
  })

  await test.step('A6: it is switched off, after a form with two errors', async () => {
    await open(page, 'Menu')
    await press(page, 'Sign-in and security')
    await open(page, 'Switch off the authenticator app')
    await press(page, 'Switch off the authenticator app')
    await followErrors(page, { 'Enter your password.': 'Password', 'Enter a code.': 'Code' })
    await town.setClock(third)
    await page.keyboard.type(codeAt(key, third))
    await tabTo(page, 'Password', 'Shift+Tab')
    await page.keyboard.type(resident.password)
    await page.keyboard.press('Enter')
    await expect(sheet).toBeHidden()
    await expectFocusOn(page, 'Set up an authenticator app')
  })

  await test.step('A6: a passkey is made, after a form without a name, and removed', async () => {
    await tabTo(page, 'Add a passkey', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await sheet.waitFor()
    await type(page, 'Name', ' ')
    await press(page, 'Continue')
    await expectFocusOn(page, 'Name')
    await page.keyboard.type('Telephone')
    await page.keyboard.press('Enter')
    await press(page, 'I have kept the codes')
    await expectFocusOn(page, 'Add a passkey')
    await tabTo(page, 'Rename', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await sheet.waitFor()
    await page.keyboard.press('Escape')
    await expectFocusOn(page, 'Rename')
    await open(page, 'Remove passkey')
    await press(page, 'Remove passkey')
    await expect(sheet).toBeHidden()
    await expectFocusOn(page, 'Passkeys')
  })

  await test.step('P1: a token is made, after a form with two errors, and revoked', async () => {
    await open(page, 'Menu')
    await press(page, 'Settings')
    await press(page, 'Manage tokens')
    await expect(heading('Programs and calendar')).toBeFocused()
    await open(page, 'New token or calendar address')
    await tabTo(page, 'Look along')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'For which product')
    await page.keyboard.press('ArrowDown')
    await type(page, 'Amount in euros', 'five')
    await press(page, 'Make')
    await followErrors(page, {
      'Enter a name.': 'Name',
      'Enter how much: more than zero.': 'Amount in euros',
    })
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('5')
    await tabTo(page, 'Name', 'Shift+Tab')
    await page.keyboard.type('Home Assistant')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Access token' })).toBeFocused()
    await press(page, 'I have kept it')
    await expectFocusOn(page, 'New token or calendar address')
    await tabTo(page, 'Revoke', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await press(page, 'Revoke')
    await expect(page.getByText('You have no access tokens yet.')).toBeVisible()
    await expect(heading('Programs and calendar')).toBeFocused()
  })
})
