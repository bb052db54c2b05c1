/** The permit shop's counter as a clerk sees it, and the mail that comes of it. */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { words as screen, type Language } from './screen.ts'
import type { Town } from './town.ts'

/** As the demo's start prints them. */
type Token = 'loket-waterdam' | 'loket-heuvelrade' | 'loket-zilverdijk'

/** Where, and what: without it, Waterdam's first product, which is for visitors. */
type Wish = { readonly token?: Token; readonly type?: string; readonly plates?: string }

export const words = {
  nl: {
    token: 'Token van het loket',
    open: 'Openen',
    type: 'Productsoort',
    plates: 'Kentekens',
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
    type: 'Product type',
    plates: 'Licence plates',
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
  await issueAs(page, { email, language })
}

/** The same of another product, or of another municipality, in Dutch. */
export async function issueOther(page: Page, email: string, wish: Wish) {
  await issueAs(page, { ...wish, email, language: 'nl' })
}

type Issued = Wish & { readonly email: string; readonly language: Language }

async function issueAs(page: Page, { email, language, ...wish }: Issued) {
  const say = words[language]
  await page.goto('/permit-shop')
  await page.getByRole('radio', { name: screen[language].language }).check()
  await page.getByLabel(say.token).fill(wish.token ?? 'loket-waterdam')
  await page.getByRole('button', { name: say.open, exact: true }).click()
  if (wish.type) await page.getByLabel(say.type).selectOption(wish.type)
  if (wish.plates) await page.getByLabel(say.plates).fill(wish.plates)
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
