import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { card, goByMenu, park, signIn, words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import type { Resident } from '#support/town.ts'

test('C1: the e-mail address is changed by a mail to the new one', async ({ page, town }) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'E-mailadres' })
  await expect(section).toContainText(resident.email)
  const email = `${crypto.randomUUID()}@example.com`
  await section.getByText('Wijzig e-mailadres').click()
  await section.getByLabel('Nieuw e-mailadres').fill(email)
  await section.getByRole('textbox', { name: 'Huidig wachtwoord' }).fill('niet mijn wachtwoord')
  await section.getByRole('button', { name: 'Stuur de e-mail' }).click()
  await expect(section.getByRole('alert')).toContainText('Dit is niet uw wachtwoord.')
  await section.getByRole('textbox', { name: 'Huidig wachtwoord' }).fill(resident.password)
  await section.getByRole('button', { name: 'Stuur de e-mail' }).click()
  await expect(section).toContainText(`Er is een e-mail gestuurd naar ${email}.`)

  await page.goto((await town.mailsTo(email))[0]?.links[0] ?? '')
  await page.getByRole('button', { name: 'Bevestigen' }).click()
  await expect(page.getByText(`Voortaan logt u in met ${email}.`)).toBeVisible()
  const told = (await town.mailsTo(resident.email)).map(({ subject }) => subject)
  expect(told).toEqual(['Uw e-mailadres is gewijzigd'])
})

test('C: the password is changed, and other browsers are signed out', async ({
  page,
  browser,
  town,
  baseURL,
}) => {
  const resident = await town.welcomeResident()
  const elsewhere = await signInElsewhere(browser, resident, baseURL)
  await signIn(page, resident)
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'Wachtwoord', exact: true })
  await section.getByText('Wijzig wachtwoord').first().click()
  const current = section.getByRole('textbox', { name: 'Huidig wachtwoord' })
  const change = section.getByRole('button', { name: 'Wijzig wachtwoord' })
  // What the server refused is not said of what was typed after it.
  await current.fill(resident.password)
  await section.getByRole('textbox', { name: 'Nieuw wachtwoord' }).fill(resident.email)
  await section.getByRole('textbox', { name: 'Wachtwoord nog een keer' }).fill(resident.email)
  await change.click()
  await expect(section.getByText('Kies een ander wachtwoord').first()).toBeVisible()
  await current.clear()
  await section.getByRole('textbox', { name: 'Nieuw wachtwoord' }).fill('paars fiets wolk')
  await section.getByRole('textbox', { name: 'Wachtwoord nog een keer' }).fill('paars fiets wolk')
  await change.click()
  await expect(section.getByText('Vul uw wachtwoord in.').first()).toBeVisible()
  await expect(section.getByText('Kies een ander wachtwoord')).toHaveCount(0)
  await current.fill(resident.password)
  const rules = section.getByRole('list', { name: 'Regels voor het wachtwoord' })
  await expect(rules).toContainText('Dit klopt.')
  await change.click()
  await expect(page.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible()
  await elsewhere.expectSignedOut()
})

test('C2: one starts with the product that one chose', async ({ page, town }) => {
  await signIn(page, await town.welcomeResident())
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'Start met product' })
  const choice = section.getByLabel('Product na het inloggen')
  await expect(choice).toHaveValue('')
  await choice.selectOption({ index: 1 })
  await section.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByText('Bewaard.')).toBeVisible()
  const productId = await choice.inputValue()
  await page.goto('/')
  await expect(page).toHaveURL(`/products/${productId}/parking-sessions`)
})

test('B5, C: the language that one chooses is that of the mails', async ({ page, town }) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await page.getByRole('radio', { name: words.en.language }).first().check()
  await goByMenu(page, 'Settings', 'en')
  const section = page.getByRole('region', { name: 'Password', exact: true })
  await section.getByText('Change password').first().click()
  await section.getByRole('textbox', { name: 'Current password' }).fill(resident.password)
  await section.getByRole('textbox', { name: 'New password' }).fill('paars fiets wolk')
  await section.getByRole('textbox', { name: 'Password again' }).fill('paars fiets wolk')
  await section.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  const subjects = (await town.mailsTo(resident.email)).map(({ subject }) => subject)
  expect(subjects).toEqual(['Your password was changed'])
})

test('C: one sees where one is signed in, and signs out there from here', async ({
  page,
  browser,
  town,
  baseURL,
}) => {
  const resident = await town.welcomeResident()
  const elsewhere = await signInElsewhere(browser, resident, baseURL)
  await signIn(page, resident)
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'Waar u bent ingelogd' })
  await expect(section.getByRole('listitem')).toHaveCount(2)
  await section.getByRole('button', { name: 'Log overal elders uit' }).click()
  await expect(section.getByRole('listitem')).toHaveCount(1)
  await expect(section.getByRole('listitem')).toContainText('Dit apparaat')
  await elsewhere.expectSignedOut()
})

test('C: one takes one’s data along, and closes the account', async ({ page, town }) => {
  const resident = await town.welcomeResident()
  await signIn(page, resident)
  await goByMenu(page, 'Instellingen')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download mijn gegevens' }).click()
  const content = await readFile(await (await download).path(), 'utf8')
  expect(JSON.parse(content)).toMatchObject({ account: { email: resident.email } })

  await page.getByRole('button', { name: 'Hef account op' }).click()
  const sheet = page.getByRole('dialog', { name: 'Account opheffen?' })
  await sheet.getByRole('textbox', { name: 'Wachtwoord' }).fill(resident.password)
  await sheet.getByRole('button', { name: 'Hef account op' }).click()
  await expect(page.getByText('Uw account is opgeheven.')).toBeVisible()
})

test('messages stay for two minutes for who asks for time, on every device', async ({
  page,
  town,
}) => {
  await page.clock.install()
  await signIn(page, await town.welcomeResident())
  await goByMenu(page, 'Instellingen')
  await page.getByRole('checkbox', { name: 'Toon berichten langer' }).check()
  await expect(page.getByRole('status')).toContainText('Bewaard.')
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Toon berichten langer' })).toBeChecked()
  await goByMenu(page, 'Parkeeracties')
  await park(page, '12-GBB-3')
  await card(page, '12-GBB-3').getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('button', { name: 'Stop nu' }).click()
  const undo = page.getByRole('button', { name: 'Ongedaan maken' })
  await expect(undo).toBeVisible()
  await page.clock.runFor(110_000)
  await expect(undo).toBeVisible()
  await page.getByRole('button', { name: 'Sluit de melding' }).click()
  await expect(undo).toBeHidden()
})

test('the mail of a balance alarm is declined, and stays so', async ({ page, town }) => {
  await signIn(page, await town.welcomeResident())
  await goByMenu(page, 'Instellingen')
  const section = page.getByRole('region', { name: 'Meldingen' })
  const alarms = section.getByRole('group', { name: /saldo alarm/ })
  const choice = alarms.getByRole('checkbox', { name: 'E-mail' })
  await expect(choice).toBeChecked()
  await choice.uncheck()
  await section.getByRole('button', { name: 'Bewaar' }).click()
  await expect(page.getByRole('status')).toContainText('Bewaard.')
  await page.reload()
  await expect(choice).not.toBeChecked()
})

/** At another browser of the same person. */
async function signInElsewhere(browser: Browser, resident: Resident, baseURL = '') {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await signIn(page, resident)
  return {
    expectSignedOut: async () => {
      await page.reload()
      await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible()
      await context.close()
    },
  }
}
