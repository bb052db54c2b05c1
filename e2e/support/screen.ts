/**
 * The residents' app as a person sees it: what stands on the screen in each language, and the few
 * things that almost every journey does there.
 */
import type { Locator, Page } from '@playwright/test'
import type { Resident } from './town.ts'

export const words = {
  nl: {
    language: 'Nederlands',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    signOut: 'Uitloggen',
    menu: 'Menu',
    sessions: 'Parkeeracties',
    favourites: 'Favorieten',
    history: 'Historie',
    showMore: 'Toon meer',
    transactions: 'Transacties',
    mailHistory: 'Stuur historie per e-mail',
    send: 'Stuur',
    allProducts: 'Alle producten',
    showProducts: 'Toon producten',
    setAlarm: 'Stel saldo alarm in',
    set: 'Stel in',
    euros: 'Bedrag in euro',
    alarmAt: 'Saldo alarm op',
    belowAlarm: 'Saldo lager dan uw alarm van',
    running: 'Lopend',
    planned: 'Gepland',
    newSession: 'Nieuwe parkeeractie',
    plate: 'Kenteken',
    later: 'Later',
    date: 'Datum',
    time: 'Tijd',
    oneHour: '1 uur',
    twoHours: '2 uur',
    confirm: 'Bevestigen',
    stop: 'Stop',
    stopNow: 'Stop nu',
    extend: 'Verleng',
    oneHourMore: '+1 uur',
    remove: 'Verwijder',
    timeLeft: 'Nog 2 uur',
    balanceAfter: 'Saldo hierna',
    howMadeUp: 'Zo komt de prijs tot stand',
    hideHint: 'Verberg deze tip',
    money: (amount: string) => `€ ${amount.replace('.', ',')}`,
  },
  en: {
    language: 'English',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    menu: 'Menu',
    sessions: 'Parking sessions',
    favourites: 'Favourites',
    history: 'History',
    showMore: 'Show more',
    transactions: 'Transactions',
    mailHistory: 'Send history by e-mail',
    send: 'Send',
    allProducts: 'All products',
    showProducts: 'Show products',
    setAlarm: 'Set balance alarm',
    set: 'Set',
    euros: 'Amount in euros',
    alarmAt: 'Balance alarm at',
    belowAlarm: 'Balance below your alarm of',
    running: 'Running',
    planned: 'Planned',
    newSession: 'New parking session',
    plate: 'Licence plate',
    later: 'Later',
    date: 'Date',
    time: 'Time',
    oneHour: '1 hour',
    twoHours: '2 hours',
    confirm: 'Confirm',
    stop: 'Stop',
    stopNow: 'Stop now',
    extend: 'Extend',
    oneHourMore: '+1 hour',
    remove: 'Delete',
    timeLeft: '2 hours left',
    balanceAfter: 'Balance after',
    howMadeUp: 'How this price is made up',
    hideHint: 'Hide this tip',
    money: (amount: string) => `€${amount}`,
  },
} as const

export type Language = keyof typeof words
export const languages = ['nl', 'en'] as const satisfies readonly Language[]

/** Opens the app as somebody who signed in in this browser before. */
export async function openAs(page: Page, resident: Resident, language: Language = 'nl') {
  await page.addInitScript((chosen) => {
    // The frame of a mail, and an empty page, can keep nothing.
    if (origin === 'null') return
    const key = '2park.preferences'
    localStorage.setItem(key, localStorage.getItem(key) ?? JSON.stringify({ language: chosen }))
  }, language)
  const { email, password } = resident
  const answer = await page.request.post('/api/v1/sign-ins', { data: { email, password } })
  if (!answer.ok()) throw new Error(`Signing in: ${await answer.text()}`)
  await page.goto('/')
  await page.getByRole('heading', { name: words[language].sessions, level: 1 }).waitFor()
}

export async function signIn(page: Page, resident: Resident, language: Language = 'nl') {
  await enter(page, resident, language)
  await page.getByRole('heading', { name: words[language].sessions, level: 1 }).waitFor()
}

/** Signs in, wherever that leads. */
export async function enter(page: Page, resident: Resident, language: Language = 'nl') {
  const say = words[language]
  await page.goto('/')
  await page.getByRole('radio', { name: say.language }).check()
  await fillSignIn(page, resident, language)
}

/** On the page where one is asked to sign in. */
export async function fillSignIn(page: Page, resident: Resident, language: Language = 'nl') {
  const say = words[language]
  await page.getByLabel(say.email).fill(resident.email)
  await page.getByRole('textbox', { name: say.password, exact: true }).fill(resident.password)
  await page.getByRole('button', { name: say.signIn, exact: true }).click()
}

/** Opens the form of a new parking session with this plate in it. */
export async function openForm(page: Page, plate: string, language: Language = 'nl') {
  const say = words[language]
  await page.getByRole('link', { name: say.newSession }).click()
  await plateField(page, language).fill(plate)
}

export function plateField(page: Page, language: Language = 'nl'): Locator {
  return page.getByRole('textbox', { name: words[language].plate, exact: true })
}

export async function confirm(page: Page, language: Language = 'nl') {
  await page.getByRole('button', { name: words[language].confirm }).click()
}

/** Starts a parking session now, for an hour. */
export async function park(page: Page, plate: string, language: Language = 'nl') {
  await openForm(page, plate, language)
  await page.getByRole('radio', { name: words[language].oneHour, exact: true }).check()
  await confirm(page, language)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

export function card(page: Page, plate: string): Locator {
  return page.getByRole('article', { name: plate })
}

/** What the product bar says is left. */
export function balance(page: Page): Locator {
  return page.getByRole('banner')
}

export async function goByMenu(page: Page, entry: string, language: Language = 'nl') {
  await page.getByRole('button', { name: words[language].menu, exact: true }).click()
  await page.getByRole('dialog').getByRole('link', { name: entry, exact: true }).click()
  await page.getByRole('heading', { name: entry, level: 1 }).waitFor()
}
