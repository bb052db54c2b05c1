/** Visitors who come again, and people who park for each other, with the keyboard alone. */
import { expectFocusOn, followErrors, open, press, tabTo, type } from '#support/keyboard.ts'
import { card, openAs, plateField } from '#support/screen.ts'
import { linkTo } from '#support/counter.ts'
import { expect, test } from '#support/test.ts'

test('F, E: a visit is repeated, a look-alike plate corrected, and an empty form mended', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident({ balance: 50_00, parkedOnDays: 2 }))

  await test.step('the last visit, once more', async () => {
    await open(page, 'Opnieuw parkeren')
    await expect(plateField(page)).toHaveValue('D-001-AY')
    await press(page, 'Bevestigen')
    await expect(card(page, 'D-001-AY').getByRole('button', { name: 'Stop' })).toBeVisible()
    await expectFocusOn(page, 'Parkeeracties')
  })

  await test.step('F1: a look-alike of a plate that is known', async () => {
    await open(page, 'Nieuwe parkeeractie')
    await type(page, 'Kenteken', 'd0o2ay')
    await press(page, 'Ja, neem dit kenteken')
    await expect(plateField(page)).toHaveValue('D-002-AY')
    await expectFocusOn(page, 'Nieuwe parkeeractie')
  })

  await test.step('F1, F2: a form with two errors', async () => {
    await type(page, 'Kenteken', ' ')
    await page.keyboard.press('Backspace')
    await tabTo(page, 'Nu')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'Tijd')
    await page.keyboard.press('Backspace')
    await press(page, 'Bevestigen')
    await followErrors(page, {
      'Vul een kenteken in.': 'Kenteken',
      'Vul een tijd in voor de start.': 'Tijd',
    })
    await page.keyboard.press('Escape')
    await expectFocusOn(page, 'Nieuwe parkeeractie')
  })
})

test('A3, J2, J5: a delegation is changed, accepted by who signs in for it, and left', async ({
  page,
  town,
}) => {
  const holder = await town.welcomeResident({ balance: 50_00, delegations: 'plateOptional' })
  const delegate = await town.welcomeResident()
  await openAs(page, holder)
  await page.goto(page.url().replace('parking-sessions', 'delegations'))
  await page.getByRole('link', { name: 'Nieuwe machtiging' }).click()
  await page.getByLabel('E-mailadres').fill(delegate.email)
  await page.getByLabel('Deel van uw saldo, in euro’s').fill('10')
  await page.getByRole('button', { name: 'Sla op' }).click()
  await card(page, delegate.email).waitFor()
  const title = page.getByRole('heading', { level: 1 })

  await test.step('J5: the part is changed, after a form without an amount', async () => {
    await open(page, 'Wijzig saldo')
    await type(page, 'Deel van uw saldo, in euro’s', 'veel')
    await press(page, 'Sla op')
    await expectFocusOn(page, 'Deel van uw saldo, in euro’s')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('15')
    await page.keyboard.press('Enter')
    await expect(card(page, delegate.email)).toContainText('€ 15,00')
    await expectFocusOn(page, 'Wijzig saldo')
  })

  await test.step('A3, J2: it is accepted, in the place of who was signed in', async () => {
    await page.goto(await linkTo(town, delegate.email))
    await press(page, 'Uitloggen en verdergaan')
    await page.getByText(`Log in met ${delegate.email}`).waitFor()
    await expect(title).toBeFocused()
    await press(page, 'Inloggen')
    await expect(page.getByRole('heading', { name: 'Inloggen', level: 1 })).toBeFocused()
    await type(page, 'E-mailadres', delegate.email)
    await type(page, 'Wachtwoord', delegate.password)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bevestigen' }).waitFor()
    await expect(title).toBeFocused()
    await press(page, 'Bevestigen')
    await expect(page.getByRole('heading', { name: 'Parkeeracties', level: 1 })).toBeFocused()
  })

  await test.step('J8: it is left', async () => {
    await open(page, 'Verlaat dit product')
    await press(page, 'Niet verlaten')
    await expectFocusOn(page, 'Verlaat dit product')
    await page.keyboard.press('Enter')
    await press(page, 'Verlaat dit product')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(title).toBeFocused()
  })
})
