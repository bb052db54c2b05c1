/** Along the pages of somebody's products, account and authorisations. */
import { plugInAuthenticator } from '#support/passkey-device.ts'
import { fillSignIn } from '#support/screen.ts'
import type { Stage } from '../looks/scene.ts'
import { afterTopUp, delegated, withoutProduct, withProduct } from './states.ts'
import type { Walk } from './walk.ts'

const delegationsAt = '/products/{product}/delegations'
const leaveAt = '/products/{product}/parking-sessions?sheet=leave'

export const account = {
  name: 'products, account and authorisations',
  by: {
    balance: 30_00,
    delegations: 'plateOptional',
    topUps: { options: [{ priceCents: 10_00, gives: 10_00 }] },
  },
  stops: [
    { of: 'products', at: '/products' },
    { of: 'products', at: '/products', act: ({ follow }) => follow('show_products') },
    { of: 'products?alarm', act: ({ press }) => press('set_alarm') },
    { of: 'products', act: setAlarm },
    { of: 'topUp', at: '/products/{product}/top-up' },
    { of: 'topUp', act: afterTopUp('open') },
    { of: 'topUp', act: afterTopUp('paid') },
    { of: 'topUp', act: afterTopUp('failed') },
    { of: 'topUp', act: afterTopUp('mismatched') },
    { of: 'sessions', act: withProduct({ state: 'upcoming' }) },
    { of: 'sessions', act: withProduct({ state: 'expired' }) },
    { of: 'sessions', act: withProduct({ state: 'revoked' }) },
    { of: 'sessions', act: withProduct(delegated) },
    { of: 'sessions?leave', act: withProduct(delegated, leaveAt) },
    { of: 'start', act: withoutProduct },
    {
      of: 'delegations?new',
      at: `${delegationsAt}?sheet=new`,
      act: ({ press }) => press('save'),
    },
    { of: 'delegations', at: `${delegationsAt}?sheet=new`, act: invite },
    { of: 'delegations?change', at: delegationsAt, act: ({ press }) => press('change_part') },
    { of: 'delegations?revoke', at: delegationsAt, act: ({ press }) => press('revoke') },
    { of: 'accessTokens', at: '/access-tokens', act: fillToken },
    { of: 'accessTokens', at: '/access-tokens', act: makeToken },
    { of: 'accessTokens', at: '/access-tokens' },
    { of: 'about', at: '/about' },
    { of: 'notFound', at: '/nowhere' },
    { of: 'settings?close', at: '/settings?sheet=close' },
    { of: 'settings', at: '/settings?product={product}', act: openEverything },
    { of: 'security', at: '/security', act: setUpApp },
    { of: 'security', at: '/security', act: addPasskey },
    { of: 'security', act: ({ press }) => press('codes_kept') },
    { of: 'security', act: ({ press }) => press('rename_passkey') },
    { of: 'security', at: '/security', act: ({ press }) => press('remove_passkey') },
    { of: 'confirmEmail', at: '/settings', act: changeEmail },
    { of: 'signIn', at: '/about?sheet=menu', act: comeToSecondStep },
  ],
} as const satisfies Walk

export const blocked = {
  name: 'on a product that is blocked',
  by: { blocked: true },
  stops: [
    { of: 'sessions', at: '/products/{product}/parking-sessions' },
    { of: 'products?remove', at: '/products', act: askToRemove },
  ],
} as const satisfies Walk

async function setAlarm({ page, fill, press, sheet }: Stage) {
  await fill('amount_euros', '100')
  await press('alarm_set')
  await sheet.waitFor({ state: 'detached' })
  await page
    .getByText(/€\s?100/)
    .first()
    .waitFor()
}

async function askToRemove({ follow, press, sheet }: Stage) {
  await follow('show_products')
  await press('remove_product')
  await sheet.waitFor()
}

async function invite({ fill, press, sheet }: Stage) {
  await fill('email', 'iemand@example.com')
  await fill('part_euros', '1')
  await press('save')
  await sheet.waitFor({ state: 'detached' })
}

async function fillToken({ press, choose, sheet, say }: Stage) {
  await press('new_access_token')
  await choose('token_park')
  await sheet.getByLabel(say('token_product')).selectOption({ index: 1 })
  await press('make_token')
}

async function makeToken({ page, press, fill }: Stage) {
  await press('new_access_token')
  await fill('name', 'Home Assistant')
  await press('make_token')
  await page.getByTestId('secret').waitFor()
}

async function openEverything({ page, say }: Stage) {
  await page.getByText(say('email_change')).click()
  await page.getByText(say('password_change')).first().click()
  const signIns = page.getByRole('region', { name: say('sign_ins') })
  await signIns.getByText(say('sign_in_here')).waitFor()
}

async function setUpApp({ press, sheet, say }: Stage) {
  await press('set_up_app')
  await press('go_on')
  await sheet.getByRole('img', { name: say('qr_code') }).waitFor()
}

/** Leaves its recovery codes on the screen. */
async function addPasskey({ page, press, sheet, say }: Stage) {
  await plugInAuthenticator(page)
  await press('add_passkey')
  await press('go_on')
  await sheet.getByRole('list', { name: say('recovery_codes') }).waitFor()
}

/** To the end: from here on one signs in with the new address. */
async function changeEmail(stage: Stage) {
  const { page, town, fill, press, say, resident } = stage
  const email = newEmailOf(resident)
  await page.getByText(say('email_change')).click()
  await fill('email_new', email)
  await page
    .getByRole('textbox', { name: say('password_current') })
    .first()
    .fill(resident.password)
  await press('email_change_send')
  await page.getByText(email).waitFor()
  const [mail] = await town.mailsTo(email)
  await page.goto(mail?.links[0] ?? '')
  await press('confirm')
  await page.getByText(email).waitFor()
}

async function comeToSecondStep({ page, language, press, say, resident }: Stage) {
  await press('sign_out')
  const email = newEmailOf(resident)
  await fillSignIn(page, { ...resident, email }, language)
  await page.getByRole('heading', { name: say('second_step') }).waitFor()
}

const newEmailOf = ({ email }: { readonly email: string }) => `new-${email}`
