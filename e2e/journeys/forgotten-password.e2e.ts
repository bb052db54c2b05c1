import type { Page } from '@playwright/test'
import { words } from '#support/screen.ts'
import { expect, test } from '#support/test.ts'
import type { Town } from '#support/town.ts'

const said = {
  nl: {
    forgotten: 'Vergeten?',
    send: 'Verzenden',
    asked: 'Kijk in uw e-mail',
    subject: 'Er is geen account met dit e-mailadres',
    newPassword: 'Nieuw wachtwoord',
    again: 'Wachtwoord nog een keer',
    change: 'Wijzigen',
    tooShort: 'Gebruik minstens 15 tekens.',
    differs: 'Dit is niet hetzelfde wachtwoord. Typ het nog een keer.',
    common: 'op een lijst van veelgebruikte en gelekte wachtwoorden',
    changed: 'Uw wachtwoord is gewijzigd. Log in met het nieuwe wachtwoord.',
    invalid: 'Deze link werkt niet meer',
    askAgain: 'Vraag een nieuwe link aan',
  },
  en: {
    forgotten: 'Forgotten?',
    send: 'Send',
    asked: 'Check your e-mail',
    subject: 'There is no account with this e-mail address',
    newPassword: 'New password',
    again: 'Password again',
    change: 'Change',
    tooShort: 'Use at least 15 characters.',
    differs: 'This is not the same password. Type it once more.',
    common: 'on a list of common and leaked passwords',
    changed: 'Your password was changed. Sign in with the new password.',
    invalid: 'This link no longer works',
    askAgain: 'Ask for a new link',
  },
} as const

type Language = keyof typeof said

test('A8: who forgot the password gets a mail, chooses another and signs in', async ({
  page,
  town,
  language,
}) => {
  const say = said[language]
  const { email } = await town.welcomeResident()
  await askFor(page, email, language)
  await expect(page.getByRole('heading', { name: say.asked })).toBeVisible()

  const link = await linkTo(town, email)
  await page.goto(link)
  // What opened the page is in no history from then on.
  await expect(page).toHaveURL(/\/reset-password$/)
  const password = page.getByRole('textbox', { name: say.newPassword, exact: true })
  const again = page.getByRole('textbox', { name: say.again, exact: true })
  const change = page.getByRole('button', { name: say.change, exact: true })
  await password.fill('te kort')
  await change.click()
  await expect(password).toHaveAccessibleDescription(say.tooShort)
  await password.fill('1234567890123456789')
  await again.fill('123456789012345678')
  await change.click()
  await expect(again).toHaveAccessibleDescription(say.differs)
  await again.fill('1234567890123456789')
  await change.click()
  await expect(page.getByText(say.common)).toBeVisible()
  await password.fill('paars fiets wolk dinsdag')
  await again.fill('paars fiets wolk dinsdag')
  await change.click()

  await expect(page.getByText(say.changed)).toBeVisible()
  await page.getByLabel(words[language].email).fill(email)
  await page
    .getByRole('textbox', { name: words[language].password, exact: true })
    .fill('paars fiets wolk dinsdag')
  await page.getByRole('button', { name: words[language].signIn, exact: true }).click()
  await expect(
    page.getByRole('heading', { name: words[language].sessions, level: 1 }),
  ).toBeVisible()
})

test('A8: an address that nobody has gets the same page, and a mail that says so', async ({
  page,
  town,
}) => {
  const stranger = `${crypto.randomUUID()}@example.com`
  await askFor(page, stranger, 'nl')
  await expect(page.getByRole('heading', { name: said.nl.asked })).toBeVisible()
  expect((await town.mailsTo(stranger)).map(({ subject }) => subject)).toEqual([said.nl.subject])
})

test('A8: a link that is too old leads to asking for another', async ({ page, town }) => {
  const { email } = await town.welcomeResident()
  await askFor(page, email, 'nl')
  await page.getByRole('heading', { name: said.nl.asked }).waitFor()
  const link = await linkTo(town, email)
  await town.timePasses({ minutes: 30 })
  await page.goto(link)
  for (const name of [said.nl.newPassword, said.nl.again]) {
    await page.getByRole('textbox', { name, exact: true }).fill('paars fiets wolk dinsdag')
  }
  await page.getByRole('button', { name: said.nl.change, exact: true }).click()
  await expect(page.getByRole('heading', { name: said.nl.invalid })).toBeVisible()
  await page.getByRole('link', { name: said.nl.askAgain }).click()
  await expect(page.getByRole('button', { name: said.nl.send })).toBeVisible()
})

async function askFor(page: Page, email: string, language: Language) {
  await page.goto('/')
  await page.getByRole('radio', { name: words[language].language }).check()
  await page.getByRole('link', { name: said[language].forgotten }).click()
  await page.getByLabel(words[language].email).fill(email)
  await page.getByRole('button', { name: said[language].send, exact: true }).click()
}

async function linkTo(town: Town, email: string): Promise<string> {
  return (await town.mailsTo(email)).at(-1)?.links[0] ?? ''
}
