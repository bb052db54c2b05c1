/** Every page and every sheet, with its errors and its questions, in both languages. */
import type { Page } from '@playwright/test'
import { expectAccessible } from '#support/accessible.ts'
import { plugInAuthenticator } from '#support/passkey-device.ts'
import {
  confirm,
  languages,
  openForm,
  park,
  openAs,
  words,
  type Language,
} from '#support/screen.ts'
import { test } from '#support/test.ts'
import type { ResidentGiven } from '#support/town.ts'

type Stop = {
  /** From the app's own addresses; `{product}` is the one that one starts with. */
  readonly at: string
  /** What to do there, before it is looked at. */
  readonly act?: (page: Page, say: (typeof said)[Language]) => Promise<void>
}

type Walk = {
  readonly name: string
  /** Whose; without it, nobody is signed in. */
  readonly by?: ResidentGiven
  readonly stops: readonly Stop[]
}

const said = {
  nl: {
    ...words.nl,
    password: 'Nieuw wachtwoord',
    other: 'Anders',
    endOfDay: 'Einde dag',
    everyFavourite: 'Alle favorieten…',
    refused: 'Zo kan het niet',
    changeEmail: 'Wijzig e-mailadres',
    changePassword: 'Wijzig wachtwoord',
    thisDevice: 'Dit apparaat',
    signedInAt: 'Waar u bent ingelogd',
    save: 'Sla op',
    part: 'Deel van uw saldo, in euro’s',
    revoke: 'Intrekken',
    setUpApp: 'Authenticator-app instellen',
    goOn: 'Verder',
    qrCode: 'QR-code voor de authenticator-app',
    send: 'Verzenden',
    removeProduct: 'Verwijder',
    addPasskey: 'Passkey toevoegen',
    recoveryCodes: 'Herstelcodes',
    newToken: 'Nieuw token of agenda-adres',
    park: 'Parkeren',
    forProduct: 'Voor welk product',
    make: 'Maken',
    name: 'Naam',
  },
  en: {
    ...words.en,
    password: 'New password',
    other: 'Other',
    endOfDay: 'End of day',
    everyFavourite: 'All favourites…',
    refused: 'This can’t be done',
    changeEmail: 'Change e-mail address',
    changePassword: 'Change password',
    thisDevice: 'This device',
    signedInAt: 'Where you are signed in',
    save: 'Save',
    part: 'Part of your balance, in euros',
    revoke: 'Revoke',
    setUpApp: 'Set up an authenticator app',
    goOn: 'Continue',
    qrCode: 'QR code for the authenticator app',
    send: 'Send',
    removeProduct: 'Remove',
    addPasskey: 'Add a passkey',
    recoveryCodes: 'Recovery codes',
    newToken: 'New token or calendar address',
    park: 'Park',
    forProduct: 'For which product',
    make: 'Make',
    name: 'Name',
  },
} as const

const walks: readonly Walk[] = [
  {
    name: 'before one is signed in',
    stops: [
      { at: '/sign-in' },
      { at: '/sign-in', act: (page, say) => press(page, say.signIn) },
      { at: '/forgot-password', act: (page, say) => press(page, say.send) },
      {
        at: '/reset-password#x',
        act: (page, say) =>
          page.getByRole('textbox', { name: say.password }).fill('paars fiets wolk'),
      },
      { at: '/link#x' },
      { at: '/confirm-email#x' },
      { at: '/permit-shop' },
      { at: '/toegankelijkheid' },
    ],
  },
  {
    name: 'parking',
    by: { balance: 30_00, parkedOnDays: 3 },
    stops: [
      { at: '/products/{product}/parking-sessions' },
      { at: '/products/{product}/parking-sessions?sheet=menu' },
      {
        at: '/products/{product}/parking-sessions',
        act: (page, say) => park(page, '12-GBB-3', languageOf(say)),
      },
      { at: '/', act: (page, say) => press(page, say.stop) },
      { at: '/', act: (page, say) => press(page, say.extend) },
      { at: '/', act: fillForm },
      {
        at: '/',
        act: async (page, say) => {
          await openForm(page, 'XX-99-YY', languageOf(say))
          await press(page, say.everyFavourite)
        },
      },
      { at: '/', act: askTooMuch },
      { at: '/parking-sessions' },
      { at: '/products/{product}/favourites' },
      {
        at: '/products/{product}/favourites?sheet=new',
        act: (page, say) => press(page, say.save),
      },
      { at: '/products/{product}/history' },
      {
        at: '/products/{product}/history',
        act: (page, say) => page.getByText(say.howMadeUp).first().click(),
      },
      { at: '/products/{product}/history?tab=transactions' },
      { at: '/products/{product}/history?sheet=mail' },
    ],
  },
  {
    name: 'products, account and authorisations',
    by: {
      balance: 30_00,
      delegations: 'plateOptional',
      topUps: { options: [{ priceCents: 10_00, gives: 10_00 }] },
    },
    stops: [
      { at: '/products' },
      { at: '/products', act: (page, say) => page.getByText(say.showProducts).click() },
      { at: '/products', act: setAlarm },
      { at: '/products/{product}/top-up' },
      { at: '/settings?product={product}', act: openEverything },
      { at: '/settings?sheet=close' },
      { at: '/security', act: setUpApp },
      { at: '/security', act: addPasskey },
      { at: '/security' },
      { at: '/access-tokens', act: fillToken },
      { at: '/access-tokens', act: makeToken },
      { at: '/access-tokens' },
      { at: '/about' },
      { at: '/nowhere' },
      {
        at: '/products/{product}/delegations?sheet=new',
        act: (page, say) => press(page, say.save),
      },
      { at: '/products/{product}/delegations?sheet=new', act: invite },
      { at: '/products/{product}/delegations', act: (page, say) => press(page, say.revoke) },
    ],
  },
  {
    name: 'on a product that is blocked',
    by: { blocked: true },
    stops: [{ at: '/products/{product}/parking-sessions' }, { at: '/products', act: askToRemove }],
  },
]

for (const language of languages) {
  for (const { name, by, stops } of walks) {
    test(`B6: everything is accessible ${name} (${language})`, async ({ page, town }) => {
      test.slow()
      const say = said[language]
      if (by) await openAs(page, await town.welcomeResident(by), language)
      else await speak(page, language)
      const product = /products\/([\w-]+)/.exec(page.url())?.[1] ?? ''
      for (const { at, act } of stops) {
        await test.step(`${at} ${act?.name ?? ''}`, async () => {
          await page.goto(at.replaceAll('{product}', product))
          await act?.(page, say)
          await expectAccessible(page)
        })
      }
    })
  }
}

async function speak(page: Page, language: Language) {
  await page.goto('/')
  await page.getByRole('radio', { name: words[language].language }).check()
}

async function press(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
}

function languageOf(say: (typeof said)[Language]): Language {
  return say === said.en ? 'en' : 'nl'
}

async function fillForm(page: Page, say: (typeof said)[Language]) {
  await openForm(page, 'XX-99-YY', languageOf(say))
  await page.getByRole('radio', { name: say.other }).check()
  await page.getByText(say.howMadeUp).click()
}

async function askTooMuch(page: Page, say: (typeof said)[Language]) {
  await openForm(page, 'XX-99-YY', languageOf(say))
  await page.getByRole('radio', { name: say.endOfDay }).check()
  await confirm(page, languageOf(say))
  await page.getByRole('heading', { name: say.refused }).waitFor()
}

async function setAlarm(page: Page, say: (typeof said)[Language]) {
  await page.getByRole('link', { name: say.showProducts }).click()
  await press(page, say.setAlarm)
  await page.getByLabel(say.euros).fill('100')
  await press(page, say.set)
  await page.getByText(say.belowAlarm).waitFor()
}

async function askToRemove(page: Page, say: (typeof said)[Language]) {
  await page.getByRole('link', { name: say.showProducts }).click()
  await press(page, say.removeProduct)
  await page.getByRole('dialog').waitFor()
}

async function openEverything(page: Page, say: (typeof said)[Language]) {
  await page.getByText(say.changeEmail).click()
  await page.getByText(say.changePassword).first().click()
  await page.getByRole('region', { name: say.signedInAt }).getByText(say.thisDevice).waitFor()
}

async function setUpApp(page: Page, say: (typeof said)[Language]) {
  await press(page, say.setUpApp)
  await page.getByRole('dialog').getByRole('button', { name: say.goOn }).click()
  await page.getByRole('img', { name: say.qrCode }).waitFor()
}

/** Leaves its recovery codes on the screen. */
async function addPasskey(page: Page, say: (typeof said)[Language]) {
  await plugInAuthenticator(page)
  await press(page, say.addPasskey)
  await page.getByRole('dialog').getByRole('button', { name: say.goOn }).click()
  await page.getByRole('list', { name: say.recoveryCodes }).waitFor()
}

async function fillToken(page: Page, say: (typeof said)[Language]) {
  await press(page, say.newToken)
  await page.getByRole('radio', { name: say.park, exact: true }).check()
  await page.getByLabel(say.forProduct).selectOption({ index: 1 })
  await press(page, say.make)
}

async function makeToken(page: Page, say: (typeof said)[Language]) {
  await press(page, say.newToken)
  await page.getByLabel(say.name).fill('Home Assistant')
  await press(page, say.make)
  await page.getByTestId('secret').waitFor()
}

async function invite(page: Page, say: (typeof said)[Language]) {
  await page.getByLabel(say.email).fill('iemand@example.com')
  await page.getByLabel(say.part).fill('1')
  await press(page, say.save)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
