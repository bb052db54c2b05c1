/** Along the pages of somebody's products, account and authorisations. */
import { quietOf } from '#support/quiet.ts'
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
    { of: 'products', at: '/products', act: showProducts },
    { of: 'products?alarm', act: waitForSheet, sheet: 'loading', isHeld: true },
    { of: 'products?alarm', at: '/products', act: setNoAlarm, sheet: 'alarm_title' },
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
    { of: 'sessions?leave', act: withProduct(delegated, leaveAt), sheet: 'leave_title' },
    { of: 'start', act: withoutProduct },
    {
      of: 'delegations?new',
      at: `${delegationsAt}?sheet=new`,
      act: ({ press }) => press('save'),
      sheet: 'new_delegation',
    },
    { of: 'delegations', at: `${delegationsAt}?sheet=new`, act: invite },
    {
      of: 'delegations?change',
      at: delegationsAt,
      act: changeToNothing,
      sheet: 'change_part_title',
    },
    {
      of: 'delegations?revoke',
      at: delegationsAt,
      act: ({ press }) => press('revoke'),
      sheet: 'revoke_title',
    },
    { of: 'accessTokens', at: '/access-tokens', act: fillToken, sheet: 'new_access_token' },
    { of: 'accessTokens', at: '/access-tokens', act: makeToken, sheet: 'access_token' },
    { of: 'accessTokens', at: '/access-tokens', act: makeAddress, sheet: 'calendar_address' },
    { of: 'accessTokens', at: '/access-tokens' },
    { of: 'accessTokens', act: ({ press }) => press('revoke'), sheet: 'revoke_token_title' },
    { of: 'about', at: '/about' },
    { of: 'notFound', at: '/nowhere' },
    {
      of: 'settings?close',
      at: '/settings?sheet=close',
      act: closeWithoutPassword,
      sheet: 'close_account_title',
    },
    { of: 'settings', at: '/settings?product={product}', act: openEverything },
    { of: 'settings', act: sendNothing },
    { of: 'confirmEmail', at: '/settings', act: changeEmail },
  ],
} as const satisfies Walk

export const blocked = {
  name: 'on a product that is blocked',
  by: { blocked: true },
  stops: [
    { of: 'sessions', at: '/products/{product}/parking-sessions' },
    {
      of: 'products?remove',
      at: '/products',
      act: askToRemove,
      sheet: 'remove_product_title',
    },
    { of: 'sessions', act: doNothing, sheet: 'idle_title' },
    { of: 'sessions', act: stayForTwelveHours, sheet: 'last_minutes_title' },
  ],
} as const satisfies Walk

/** Of the one municipality that there is: its page has the same title as the one before. */
async function showProducts({ page, follow, say }: Stage) {
  await follow('show_products')
  await page.getByRole('link', { name: say('all_municipalities') }).waitFor()
}

/** Its code does not come. */
async function waitForSheet({ page, press, sheet }: Stage) {
  await page.route(/AlarmSheet/, () => {})
  await press('set_alarm')
  await sheet.waitFor()
}

async function setNoAlarm({ follow, press, fill, sheet }: Stage) {
  await follow('show_products')
  await press('set_alarm')
  await sheet.waitFor()
  await fill('amount_euros', '')
  await press('alarm_set')
}

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

async function changeToNothing({ press, fill, sheet }: Stage) {
  await press('change_part')
  await sheet.waitFor()
  await fill('part_euros', '')
  await press('save')
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

async function makeAddress({ page, press, choose, fill }: Stage) {
  await press('new_access_token')
  await choose('token_calendar')
  await fill('name', 'Agenda')
  await press('make_token')
  await page.getByTestId('secret').waitFor()
}

async function closeWithoutPassword({ press, sheet }: Stage) {
  await sheet.waitFor()
  await press('close_account')
}

async function openEverything({ page, say }: Stage) {
  await page.getByText(say('email_change')).click()
  await page.getByText(say('password_change')).first().click()
  const signIns = page.getByRole('region', { name: say('sign_ins') })
  await signIns.getByText(say('sign_in_here')).waitFor()
}

async function sendNothing({ press }: Stage) {
  await press('email_change_send')
  await press('password_change')
}

/** With what the mail about it leads to. */
async function changeEmail({ page, town, fill, press, say, resident }: Stage) {
  const email = `new-${resident.email}`
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

/** For so long that one is asked whether one is still there. */
async function doNothing({ page, town, open, sheet }: Stage) {
  await page.clock.install()
  const quiet = quietOf(page)
  await open('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await quiet()
  await town.timePasses({ minutes: 28 })
  await page.clock.fastForward('28:02')
  await sheet.waitFor()
}

/** After doing nothing: from then on something is done every half hour, until the last minute of the twelve hours. */
async function stayForTwelveHours({ page, town, open, sheet }: Stage) {
  for (let turn = 0; turn < 26; turn++) {
    await page.request.get('/api/v1/account')
    await town.timePasses({ minutes: turn < 25 ? 27 : 16 })
  }
  await open('/')
  await sheet.waitFor()
}
