import type { Locator } from '@playwright/test'
import {
  balance,
  card,
  confirm,
  openAs,
  openForm,
  plateField,
  signIn,
  words,
} from '#support/screen.ts'
import { expect, test } from '#support/test.ts'

test('A6, A10, E1–E6, F1–F5, I5, P1: a visitor is parked from sign-in to refund', async ({
  page,
  town,
  language,
}) => {
  const say = words[language]
  const resident = await town.welcomeResident({ balance: 50_00 })

  await test.step('A6: signs in, to the parking sessions of the product used last', async () => {
    await signIn(page, resident, language)
    await expect(balance(page)).toContainText(say.money('50.00'))
    await expect(tab(say.running)).toContainText('0')
  })

  await test.step('F1–F4: types a plate and reads the price before anything is charged', async () => {
    await page.getByRole('link', { name: say.newSession }).click()
    await plateField(page, language).pressSequentially('12gbb3')
    await expect(plateField(page, language)).toHaveValue('12-GBB-3')
    await page.getByRole('radio', { name: say.twoHours }).check()
    await expect(sum()).toContainText(say.money('4.80'))
    await expect(sum()).toContainText(`${say.balanceAfter} ${say.money('45.20')}`)
    await page.getByText(say.howMadeUp).click()
    await expect(page.getByRole('row').filter({ hasText: '10:00–12:00' })).toContainText(
      say.money('4.80'),
    )
  })

  await test.step('F5, E1: confirms, and the session runs', async () => {
    await confirm(page, language)
    await expect(card(page, '12-GBB-3')).toContainText(say.timeLeft)
    await expect(card(page, '12-GBB-3')).toContainText(say.money('4.80'))
    await expect(tab(say.running)).toContainText('1')
    await expect(balance(page)).toContainText(say.money('45.20'))
  })

  await test.step('B7: is told once of reminders, and hides that for good', async () => {
    const hide = page.getByRole('button', { name: say.hideHint })
    await hide.click()
    await expect(hide).toBeHidden()
    const read = page.waitForResponse(/history[/]parking-sessions/)
    await page.reload()
    await read
    await expect(card(page, '12-GBB-3')).toBeVisible()
    await expect(hide).toBeHidden()
  })

  await test.step('E3: extends it by an hour, and pays the difference', async () => {
    await card(page, '12-GBB-3').getByRole('button', { name: say.extend }).click()
    await page.getByRole('radio', { name: say.oneHourMore }).check()
    await expect(sum()).toContainText(say.money('2.40'))
    await confirm(page, language)
    await expect(card(page, '12-GBB-3')).toContainText('10:00–13:00')
    await expect(balance(page)).toContainText(say.money('42.80'))
  })

  await test.step('F2, E6: plans a visit for tomorrow, which is charged at once', async () => {
    await openForm(page, 'XX-99-YY', language)
    await page.getByRole('radio', { name: say.later }).check()
    await page.getByLabel(say.date).fill('2026-11-24')
    await page.getByLabel(say.time, { exact: true }).fill('14:00')
    await page.getByRole('radio', { name: say.oneHour, exact: true }).check()
    await expect(sum()).toContainText(say.money('2.40'))
    await confirm(page, language)
    await expect(tab(say.planned)).toHaveAttribute('aria-selected', 'true')
    await expect(card(page, 'XX-99-YY')).toContainText('14:00–15:00')
    await expect(balance(page)).toContainText(say.money('40.40'))
  })

  await test.step('E2: stops the running one after a while, and gets the rest back', async () => {
    await town.timePasses({ minutes: 25 })
    await tab(say.running).click()
    await card(page, '12-GBB-3').getByRole('button', { name: say.stop }).click()
    await expect(page.getByRole('dialog')).toContainText('12-GBB-3')
    await page.getByRole('button', { name: say.stopNow }).click()
    await expect(page.getByRole('status')).toContainText('€')
    await expect(tab(say.running)).toContainText('0')
    // Twenty-five minutes and the seconds that the test took, by the minute at 4 cents.
    await expect.poll(() => centsIn(balance(page))).toBeGreaterThan(40_40 + 7_20 - 1_12)
    await expect.poll(() => centsIn(balance(page))).toBeLessThanOrEqual(40_40 + 7_20 - 1_00)
  })

  await test.step('E4: deletes the planned one, and gets all of it back', async () => {
    const before = await centsIn(balance(page))
    await tab(say.planned).click()
    await card(page, 'XX-99-YY').getByRole('button', { name: say.remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: say.remove, exact: true }).click()
    await expect(page.getByRole('status')).toContainText(say.money('2.40'))
    await expect(tab(say.planned)).toContainText('0')
    await expect.poll(() => centsIn(balance(page))).toBe(before + 2_40)
  })

  await test.step('A10: signs out, to the sign-in page', async () => {
    await page.getByRole('button', { name: say.menu, exact: true }).click()
    await page.getByRole('button', { name: say.signOut }).click()
    await expect(page.getByRole('heading', { name: say.signIn })).toBeVisible()
    await page.goto('/')
    await expect(page.getByRole('heading', { name: say.signIn })).toBeVisible()
  })

  function tab(name: string): Locator {
    return page.getByRole('tab', { name })
  }

  function sum(): Locator {
    return page.getByRole('dialog').getByRole('status')
  }
})

test('E5: a planned session becomes running, and a running one ends, with nobody touching anything', async ({
  page,
  town,
}) => {
  await openAs(page, await town.welcomeResident())
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: 'Later' }).check()
  await timeIn('Start').fill('10:20')
  await page.getByRole('radio', { name: 'Anders' }).check()
  await timeIn('Einde').fill('10:40')
  await confirm(page)
  await expect(page.getByRole('tab', { name: 'Gepland' })).toContainText('1')

  await town.setClock('2026-11-23T10:19:56+01:00')
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Gepland' })).toContainText('0', { timeout: 20_000 })
  await expect(page.getByRole('tab', { name: 'Lopend' })).toContainText('1')

  await town.setClock('2026-11-23T10:39:56+01:00')
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Lopend' })).toContainText('0', { timeout: 20_000 })

  function timeIn(group: string): Locator {
    return page.getByRole('group', { name: group }).getByLabel('Tijd', { exact: true })
  }
})

test('F3, G1: where sessions end with the day, the form says so and takes it until then', async ({
  page,
  town,
}) => {
  const rules = { endOfDayDeactivation: true }
  await openAs(page, await town.welcomeResident({ rules }))
  await openForm(page, '12-GBB-3')
  await expect(page.getByText('maandag 23 november, 10:00–22:00')).toBeVisible()
  await expect(page.getByText('Uw parkeeractie stopt vanzelf')).toBeVisible()
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('vandaag, 10:00–22:00')
})

test('F4: free time is said, with when it ends', async ({ page, town }) => {
  await town.setClock('2026-11-23T07:30:00+01:00')
  await openAs(page, await town.welcomeResident())
  await openForm(page, '12-GBB-3')
  await expect(page.getByText('Nu gratis, betaald vanaf 09:00.')).toBeVisible()
  await page.getByRole('radio', { name: '1 uur', exact: true }).check()
  await expect(page.getByText('In deze tijd is parkeren gratis')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Gratis')
  await confirm(page)
  await expect(card(page, '12-GBB-3')).toContainText('Gratis')
})

test('P2: a balance is in time, and so is a price', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ unit: 'time', balance: 12_000 }))
  await expect(balance(page)).toContainText('3 uur 20 min')
  await openForm(page, '12-GBB-3')
  await page.getByRole('radio', { name: '1 uur', exact: true }).check()
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('1 u')
  await confirm(page)
  await expect(balance(page)).toContainText('2 uur 20 min')
})

test('P2: a balance is in actions, of which a session takes one', async ({ page, town }) => {
  await openAs(page, await town.welcomeResident({ unit: 'count', balance: 12 }))
  await expect(balance(page)).toContainText('12 acties')
  await openForm(page, '12-GBB-3')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('1 actie')
  await confirm(page)
  await expect(balance(page)).toContainText('11 acties')
})

async function centsIn(place: Locator): Promise<number> {
  const text = (await place.textContent()) ?? ''
  const [, euros = '', cents = ''] = /€\s*(\d+)[,.](\d\d)/.exec(text) ?? []
  return Number(euros) * 100 + Number(cents)
}
