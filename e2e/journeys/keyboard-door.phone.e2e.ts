/** The way in and the way out with the keyboard alone: by a link, by a forgotten password, and for good. */
import { aBuyer, issue, linkTo } from '#support/counter.ts'
import { expectFocusOn, followErrors, open, press, tabTo, type } from '#support/keyboard.ts'
import { expect, test } from '#support/test.ts'

const another = 'paars fiets wolk dinsdag'

test('A4: who got a link makes an account, after a form with two errors', async ({
  page,
  town,
}) => {
  const email = aBuyer()
  await issue(page, email)
  await page.goto(await linkTo(town, email))
  await page.getByRole('heading', { name: 'Bezoekersregeling koppelen' }).waitFor()
  await press(page, 'Maak account en koppel')
  await followErrors(page, {
    'Vul uw wachtwoord in.': 'Wachtwoord',
    'Typ het wachtwoord nog een keer.': 'Wachtwoord nog een keer',
  })
  await tabTo(page, 'Wachtwoord', 'Shift+Tab')
  await page.keyboard.type(another)
  await press(page, 'Toon wachtwoord')
  await type(page, 'Wachtwoord nog een keer', another)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeFocused()
})

test('A8, M7, C1, C3: another password, a product that goes, another address, and the account', async ({
  page,
  town,
}) => {
  const { email } = await town.welcomeResident({ blocked: true })
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })

  await test.step('A8: the password was forgotten', async () => {
    await page.goto('/sign-in')
    await press(page, 'Vergeten?')
    await expect(heading('Wachtwoord vergeten?')).toBeFocused()
    await press(page, 'Verzenden')
    await expectFocusOn(page, 'E-mailadres')
    await page.keyboard.type(email)
    await page.keyboard.press('Enter')
    await expect(heading('Kijk in uw e-mail')).toBeFocused()
    await page.goto(await linkTo(town, email))
    await press(page, 'Wijzigen')
    await followErrors(page, {
      'Vul uw wachtwoord in.': 'Nieuw wachtwoord',
      'Typ het wachtwoord nog een keer.': 'Wachtwoord nog een keer',
    })
    await page.keyboard.type(another)
    await tabTo(page, 'Nieuw wachtwoord', 'Shift+Tab')
    await page.keyboard.type(another)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible()
    await type(page, 'E-mailadres', email)
    await type(page, 'Wachtwoord', another)
    await page.keyboard.press('Enter')
    await expect(heading('Parkeeracties')).toBeFocused()
  })

  await test.step('M7: a product that is blocked is removed', async () => {
    await open(page, 'Menu')
    await press(page, 'Alle producten')
    await press(page, /^Toon producten/)
    await open(page, 'Verwijder')
    await press(page, 'Niet verwijderen')
    await expectFocusOn(page, 'Verwijder')
    await open(page, 'Verwijder')
    await press(page, 'Verwijder')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  await test.step('C1: another address is asked for, after a form with two errors', async () => {
    await open(page, 'Menu')
    await press(page, 'Instellingen')
    await expect(heading('Instellingen')).toBeFocused()
    await press(page, 'Wijzig e-mailadres')
    await press(page, 'Stuur de e-mail')
    await followErrors(page, {
      'Vul uw e-mailadres in.': 'Nieuw e-mailadres',
      'Vul uw wachtwoord in.': 'Huidig wachtwoord',
    })
    await page.keyboard.type(another)
    await tabTo(page, 'Nieuw e-mailadres', 'Shift+Tab')
    const next = aBuyer()
    await page.keyboard.type(next)
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Er is een e-mail gestuurd naar ${next}.`)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'E-mailadres', level: 2 })).toBeFocused()
    await page.goto(await linkTo(town, next))
    await press(page, 'Bevestigen')
    await expect(heading('Uw e-mailadres is gewijzigd')).toBeFocused()
  })

  await test.step('C: the password is typed wrong, and the account is closed', async () => {
    await page.goto('/settings')
    await press(page, 'Wijzig wachtwoord')
    await press(page, 'Wijzig wachtwoord')
    await followErrors(page, {
      'Huidig wachtwoord: Vul uw wachtwoord in.': 'Huidig wachtwoord',
      'Nieuw wachtwoord: Vul uw wachtwoord in.': 'Nieuw wachtwoord',
      'Wachtwoord nog een keer: Typ het wachtwoord nog een keer.': 'Wachtwoord nog een keer',
    })
    await open(page, 'Hef account op')
    await page.keyboard.press('Escape')
    await expectFocusOn(page, 'Hef account op')
    await page.keyboard.press('Enter')
    await press(page, 'Hef account op')
    await expectFocusOn(page, 'Wachtwoord')
    await page.keyboard.type(another)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Uw account is opgeheven')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Inloggen', level: 1 })).toBeFocused()
  })
})
