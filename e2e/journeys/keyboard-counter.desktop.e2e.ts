/** The permit shop's counter with the keyboard alone: issuing, blocking and ending, and the branding. */
import { aBuyer } from '#support/counter.ts'
import { choose, expectFocusOn, followErrors, open, press, tabTo, type } from '#support/keyboard.ts'
import { expect, test } from '#support/test.ts'

test('A2, M1: a clerk issues a product, ends it, and looks at the branding', async ({ page }) => {
  const email = aBuyer()
  const issued = page.getByRole('article', { name: email })

  await test.step('the counter is opened, after a form without a token', async () => {
    await page.goto('/permit-shop')
    await choose(page, 'Nederlands', 1)
    await press(page, 'Open')
    await expectFocusOn(page, 'Token of the permit shop')
    await page.keyboard.type('loket-zilverdijk')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  await test.step('A2: issuing, after a form with two errors', async () => {
    await type(page, 'E-mail address of the holder', 'nobody')
    await type(page, 'Number of rights', '-1')
    await press(page, 'Issue')
    await followErrors(page, {
      'E-mail address of the holder: Enter an e-mail address, such as name@example.com.':
        'E-mail address of the holder',
      'Number of rights: This is too little. Choose more.': 'Number of rights',
    })
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Backspace')
    await tabTo(page, 'E-mail address of the holder', 'Shift+Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(email)
    await press(page, 'Issue')
    await expect(issued).toContainText('Not linked yet')
    await expectFocusOn(page, 'Issue')
  })

  await test.step('blocking and ending it', async () => {
    await press(page, 'Block')
    await expect(issued).toContainText('Blocked')
    await expectFocusOn(page, 'Unblock')
    await open(page, 'End')
    await page.keyboard.press('Escape')
    await expectFocusOn(page, 'End')
    await page.keyboard.press('Enter')
    await press(page, 'End')
    await expect(issued).toContainText('Ended')
    await expectFocusOn(page, 'Issued products')
  })

  await test.step('M1: a look that can’t be read is refused, and left as it was', async () => {
    await tabTo(page, 'Branding', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await type(page, 'Name', ' ')
    await type(page, 'Bar at the top', '#ffcc00')
    await type(page, 'Text on the bar', '#ffffff')
    await press(page, 'Save')
    await followErrors(page, {
      'Name: This is too short. Enter more.': 'Name',
      'Text on the bar: Too little contrast: 1.5 to 1, and 4.5 to 1 is needed. Choose #595959, for example.':
        'Text on the bar',
    })
    await press(page, 'Choose the nearest readable colours')
    await expectFocusOn(page, 'Colours')
    await page.keyboard.press('Escape')
    await expectFocusOn(page, 'Branding')
  })
})
