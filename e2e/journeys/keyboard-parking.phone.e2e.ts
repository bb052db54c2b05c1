/** What one does with a visitor's product, with the keyboard alone: in Dutch, on a narrow screen. */
import { choose, expectFocusOn, open, press, tabTo, type } from '#support/keyboard.ts'
import { card } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('A6, E, F, K, B4: signing in, parking, extending, stopping and undoing, planning, history', async ({
  page,
  town,
}) => {
  const resident = await town.welcomeResident({ balance: 50_00, parkedOnDays: 2 })
  const title = page.getByRole('heading', { name: 'Parkeeracties', level: 1 })
  const sheet = page.getByRole('dialog')

  await test.step('A6: signing in, after a form with two errors', async () => {
    await page.goto('/sign-in')
    await press(page, 'Inloggen')
    await expect(page.getByRole('alert')).toBeFocused()
    await press(page, 'Vul uw wachtwoord in.')
    await expect(page.getByRole('textbox', { name: 'Wachtwoord' })).toBeFocused()
    await tabTo(page, 'E-mailadres', 'Shift+Tab')
    await page.keyboard.type(resident.email)
    await type(page, 'Wachtwoord', resident.password)
    await page.keyboard.press('Enter')
    await expect(title).toBeFocused()
  })

  await test.step('F: parking', async () => {
    await open(page, 'Nieuwe parkeeractie')
    await type(page, 'Kenteken', '12gbb3')
    await choose(page, 'Einde dag', 1)
    await press(page, 'Bevestigen')
    await expect(card(page, '12-GBB-3')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nieuwe parkeeractie' })).toBeFocused()
    await expect(page.getByRole('status')).toContainText('12-GBB-3')
  })

  await test.step('E3: extending, and the focus comes back', async () => {
    await open(page, 'Verleng')
    await tabTo(page, '+1 uur')
    await page.keyboard.press('ArrowLeft')
    await type(page, 'Tijd', '')
    await page.keyboard.press('Backspace')
    await press(page, 'Bevestigen')
    await expectFocusOn(page, 'Tijd')
    await tabTo(page, 'Anders', 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await press(page, 'Bevestigen')
    await expect(card(page, '12-GBB-3')).toContainText('10:00–13:00')
    await expect(card(page, '12-GBB-3').getByRole('button', { name: 'Verleng' })).toBeFocused()
  })

  await test.step('E2: stopping, and taking it back from where the focus is', async () => {
    await tabTo(page, 'Stop', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await sheet.waitFor()
    await press(page, 'Stop nu')
    await expect(card(page, '12-GBB-3')).toBeHidden()
    await expect(title).toBeFocused()
    await expect(page.getByRole('status')).toContainText('Ongedaan maken')
    await tabTo(page, 'Ongedaan maken', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(card(page, '12-GBB-3')).toBeVisible()
    await expect(title).toBeFocused()
  })

  await test.step('F2, E4: planning for later, and deleting that', async () => {
    await open(page, 'Nieuwe parkeeractie')
    await type(page, 'Kenteken', 'xx99yy')
    await choose(page, 'Nu', 1)
    await press(page, 'Bevestigen')
    await expect(page.getByRole('tab', { name: 'Gepland', selected: true })).toBeVisible()
    await open(page, 'Verwijder')
    await press(page, 'Verwijder')
    await expect(card(page, 'XX-99-YY')).toBeHidden()
    await expect(title).toBeFocused()
  })

  await test.step('K: the history, its other tab, and the mail of it', async () => {
    await open(page, 'Menu')
    await press(page, 'Historie')
    await expect(page.getByRole('heading', { name: 'Historie', level: 1 })).toBeFocused()
    await tabTo(page, /^Parkeeracties/)
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Transacties' })).toBeFocused()
    await tabTo(page, 'Stuur historie per e-mail', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await sheet.waitFor()
    await press(page, 'Stuur')
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('link', { name: 'Stuur historie per e-mail' })).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: 'historie' })).toBeVisible()
  })

  await test.step('B4: a sheet holds the focus until it is closed', async () => {
    await open(page, 'Menu')
    for (let round = 0; round < 2; round++) await tabTo(page, 'Uitloggen')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeFocused()
  })
})
