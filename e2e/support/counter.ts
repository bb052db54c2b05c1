/** The permit shop's counter as a clerk sees it, and the mail that comes of it. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { words as screen, type Language } from './screen.ts'
import type { Town } from './town.ts'

/** Of Waterdam, as the demo's start prints it. */
const token = 'loket-waterdam'

export const words = {
  nl: {
    token: 'Token van het loket',
    open: 'Openen',
    email: 'E-mailadres van de houder',
    mailLanguage: 'Taal van de e-mail',
    issue: 'Geef uit',
    notLinked: 'Nog niet gekoppeld',
    linked: /^Gekoppeld op/,
    mailAgain: 'Stuur de e-mail opnieuw',
    go: 'Ga naar 2Park',
    title: 'Bezoekersregeling koppelen',
    again: 'Wachtwoord nog een keer',
    register: 'Maak account en koppel',
  },
  en: {
    token: 'Token of the permit shop',
    open: 'Open',
    email: 'E-mail address of the holder',
    mailLanguage: 'Language of the e-mail',
    issue: 'Issue',
    notLinked: 'Not linked yet',
    linked: /^Linked on/,
    mailAgain: 'Send the e-mail again',
    go: 'Go to 2Park',
    title: 'Link Bezoekersregeling',
    again: 'Password again',
    register: 'Make account and link',
  },
} as const

export function aBuyer(): string {
  return `${randomUUID()}@example.com`
}

/** Issues a product to this address, and stays at the counter. */
export async function issue(page: Page, email: string, language: Language = 'nl') {
  const say = words[language]
  await page.goto('/permit-shop')
  await page.getByRole('radio', { name: screen[language].language }).check()
  await page.getByLabel(say.token).fill(token)
  await page.getByRole('button', { name: say.open, exact: true }).click()
  await page.getByLabel(say.email).fill(email)
  await page.getByLabel(say.mailLanguage).selectOption(language)
  await page.getByRole('button', { name: say.issue, exact: true }).click()
  await page.getByRole('article', { name: email }).waitFor()
}

/** The address in the latest mail to somebody. */
export async function linkTo(town: Town, email: string): Promise<string> {
  const mails = await town.mailsTo(email)
  return mails.at(-1)?.links[0] ?? ''
}
