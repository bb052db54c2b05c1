/** What one arranges for one's products and account, with the keyboard alone: in English, on a wide screen. */
import { choose, open, press, tabTo, type } from '#support/keyboard.ts'
import { balance, card, openAs } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('I, J, M, D: favourites, authorisations, alarms, topping up and another product', async ({
  page,
  town,
}) => {
  const topUps = { options: [{ priceCents: 10_00, gives: 10_00 }] }
  await openAs(
    page,
    await town.welcomeResident({ balance: 30_00, delegations: 'plateOptional', topUps }),
    'en',
  )
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
  const go = async (entry: string) => {
    await open(page, 'Menu')
    await press(page, entry)
    await expect(heading(entry)).toBeFocused()
  }

  await test.step('I2, I3: a favourite is kept, after two errors, and removed', async () => {
    await go('Favourites')
    await open(page, 'New favourite')
    await press(page, 'Save')
    const errors = page.getByRole('dialog').getByRole('alert')
    await expect(errors).toBeFocused()
    await expect(errors.getByRole('link')).toHaveCount(2)
    await tabTo(page, 'Enter a licence plate.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('12gbb3')
    await type(page, 'Name', 'Granny')
    await press(page, 'Save')
    await expect(page.getByRole('link', { name: 'New favourite' })).toBeFocused()
    await open(page, 'Remove')
    await press(page, 'Remove')
    await expect(page.getByText('Granny', { exact: true })).toBeHidden()
    await expect(heading('Favourites')).toBeFocused()
  })

  await test.step('J3, J6: somebody is invited, and it is revoked', async () => {
    await go('Authorisations')
    await open(page, 'New authorisation')
    await type(page, 'E-mail address', 'granny@example.com')
    await press(page, 'Save')
    await expect(card(page, 'granny@example.com')).toBeVisible()
    await open(page, 'Revoke')
    await press(page, 'Revoke')
    await expect(card(page, 'granny@example.com')).toContainText('Revoked')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(heading('Authorisations')).toBeFocused()
  })

  await test.step('M8, M9: an alarm is set, and a product chosen', async () => {
    await go('All products')
    await press(page, /^Show products/)
    await open(page, 'Set balance alarm')
    await type(page, 'Amount in euros', '5')
    await press(page, 'Set')
    await expect(page.getByText('Balance alarm at')).toBeVisible()
    await press(page, 'Select')
    await expect(heading('Parking sessions')).toBeFocused()
  })

  await test.step('D1, D2: topping up, at the bank as well', async () => {
    await go('Top up')
    await press(page, 'Pay')
    await page.getByRole('heading', { name: 'Practice bank' }).waitFor()
    await press(page, 'Paid')
    await expect(page.getByRole('status').getByText('The payment has succeeded.')).toBeVisible()
    await expect(balance(page)).toContainText('€40.00')
  })
})

test('C, B5, B6: another password, and language and contrast', async ({ page, town }) => {
  const resident = await town.welcomeResident()
  await openAs(page, resident, 'en')
  await choose(page, 'Standard', 2)
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'white-on-black')
  await open(page, 'Menu')
  await press(page, 'Settings')
  await press(page, 'Change password')
  await type(page, 'Current password', resident.password)
  await type(page, 'New password', 'paars fiets wolk')
  await type(page, 'Password again', 'paars fiets wolk')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Password', level: 2 })).toBeFocused()
  await tabTo(page, 'Show messages for longer')
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toContainText('Saved.')
  await tabTo(page, 'English', 'Shift+Tab')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'Instellingen', level: 1 })).toBeVisible()
})
