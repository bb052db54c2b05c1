/** Along the pages from before one is in, and the counter of the permit shop. */
import { aBuyer, issue } from '#support/counter.ts'
import { fillSignIn } from '#support/screen.ts'
import type { Stage } from '../looks/scene.ts'
import type { Walk } from './walk.ts'

export const door = {
  name: 'before one is signed in',
  stops: [
    { of: 'signIn', at: '/sign-in' },
    { of: 'signIn', at: '/sign-in', act: ({ press }) => press('sign_in') },
    { of: 'signIn', act: beRefused },
    { of: 'signIn', at: '/sign-in?why=idle' },
    { of: 'forgotPassword', at: '/forgot-password', act: ({ press }) => press('forgot_send') },
    { of: 'forgotPassword', act: askForPassword },
    {
      of: 'resetPassword',
      at: '/reset-password#x',
      act: ({ fill }) => fill('password_new', 'paars fiets wolk'),
    },
    { of: 'resetPassword', at: '/reset-password#x', act: ({ press }) => press('reset_change') },
    { of: 'link', at: '/link#x' },
    { of: 'confirmEmail', at: '/confirm-email#x' },
    { of: 'confirmEmail', act: confirmInVain },
    { of: 'accessibility', at: '/toegankelijkheid' },
    { of: 'permitShop', at: '/permit-shop' },
    { of: 'permitShop', act: openShop },
    { of: 'permitShop', act: ({ press }) => press('shop_issue') },
    { of: 'permitShop', act: ({ page, language }) => issue(page, aBuyer(), language) },
    { of: 'permitShop', act: seeLook, sheet: 'branding' },
    { of: 'permitShop', act: saveNoName, sheet: 'branding' },
    { of: 'permitShop', act: saveNoAddress, sheet: 'accessibility' },
    { of: 'permitShop', act: askToEnd, sheet: 'shop_end_title' },
  ],
} as const satisfies Walk

const refused = { nl: 'Inloggen is niet gelukt.', en: 'Signing in failed.' } as const

/** Nobody has this account. The errors of the empty form before it are an alert as well. */
async function beRefused({ page, language }: Stage) {
  const nobody = { email: aBuyer(), password: 'niet dit wachtwoord' }
  await fillSignIn(page, nobody, language)
  await page.getByRole('alert').getByText(refused[language]).waitFor()
}

async function askForPassword({ page, fill, press, say }: Stage) {
  await fill('email', aBuyer())
  await press('forgot_send')
  await page.getByRole('heading', { name: say('forgot_asked_title') }).waitFor()
}

/** What it came from is no link of ours. */
async function confirmInVain({ page, press }: Stage) {
  await press('confirm')
  await page.getByRole('alert').first().waitFor()
}

async function openShop({ page, fill, press, say }: Stage) {
  await fill('shop_token', 'loket-waterdam')
  await press('shop_open')
  await page.getByRole('heading', { name: say('shop_issue_title') }).waitFor()
}

async function seeLook({ press, sheet, say }: Stage) {
  await press('branding')
  await sheet.getByRole('heading', { name: say('branding') }).waitFor()
}

async function saveNoName({ sheet, fill, press }: Stage) {
  await fill('name', '')
  await press('save')
  await sheet.locator('[aria-invalid=true]').first().waitFor()
}

async function saveNoAddress({ page, sheet, fill, press }: Stage) {
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await press('accessibility')
  await sheet.waitFor()
  await fill('shop_statement', 'waterdam')
  await press('save')
  await sheet.locator('[aria-invalid=true]').first().waitFor()
}

async function askToEnd({ page, press, sheet }: Stage) {
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await press('shop_end')
  await sheet.waitFor()
}
