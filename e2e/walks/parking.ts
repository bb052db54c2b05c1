/** Along the pages that one parks with. */
import { openForm, park } from '#support/screen.ts'
import { hold } from '../looks/conditions.ts'
import type { Stage } from '../looks/scene.ts'
import type { Walk } from './walk.ts'

const sessionsAt = '/products/{product}/parking-sessions'
const favouritesAt = '/products/{product}/favourites'
const historyAt = '/products/{product}/history'

export const parking = {
  name: 'parking',
  by: { balance: 30_00, parkedOnDays: 3 },
  stops: [
    { of: 'sessions', at: sessionsAt },
    { of: 'sessions?menu', at: `${sessionsAt}?sheet=menu`, sheet: 'menu' },
    {
      of: 'sessions',
      at: sessionsAt,
      act: parkFirst,
    },
    { of: 'sessions?stop', at: '/', act: ({ press }) => press('stop'), sheet: 'stop_title' },
    { of: 'sessions?extend', at: '/', act: ({ press }) => press('extend'), sheet: 'extend_title' },
    { of: 'sessions?extend', act: extendToNoTime, sheet: 'extend_title' },
    { of: 'sessions', at: '/', act: stop },
    { of: 'sessions', at: '/', act: plan },
    { of: 'sessions?delete', act: ({ press }) => press('delete_session'), sheet: 'delete_title' },
    { of: 'sessions?new', at: '/', act: fillForm, sheet: 'new_session' },
    { of: 'sessions?new', at: '/', act: confirmNothing, sheet: 'new_session' },
    { of: 'sessions?new', at: '/', act: seeEveryFavourite, sheet: 'choose_plate' },
    { of: 'sessions?new', at: '/', act: askTooMuch, sheet: 'refusal_title' },
    { of: 'sessions', act: seeWhatWasKept },
    { of: 'allSessions', at: '/parking-sessions' },
    { of: 'favourites', at: favouritesAt },
    {
      of: 'favourites?new',
      at: `${favouritesAt}?sheet=new`,
      act: ({ press }) => press('save'),
      sheet: 'new_favourite',
    },
    {
      of: 'favourites?remove',
      at: favouritesAt,
      act: askToForget,
      sheet: 'remove_favourite_title',
    },
    { of: 'history', act: waitForHistory, isHeld: true },
    { of: 'history', at: historyAt },
    {
      of: 'history',
      at: historyAt,
      act: ({ page, say }) => page.getByText(say('price_lines')).first().click(),
    },
    { of: 'history', at: `${historyAt}?tab=transactions` },
    { of: 'history?mail', at: `${historyAt}?sheet=mail`, sheet: 'mail_history_title' },
    { of: 'sessions', act: hearOfNewVersion },
  ],
} as const satisfies Walk

export const placed = {
  name: 'parking in one of several places',
  by: { kind: 'prepaid', locations: { Havenwijk: '0.02', Marktkwartier: '0.06' } },
  stops: [
    { of: 'sessions?new', at: '/', act: confirmNoPlace, sheet: 'new_session' },
    {
      of: 'sessions?new',
      act: ({ press }) => press('choose_location'),
      sheet: 'choose_location',
    },
    {
      of: 'sessions?new',
      act: ({ sheet }) => sheet.getByRole('button', { name: /Marktkwartier/ }).click(),
      sheet: 'new_session',
    },
  ],
} as const satisfies Walk

/** With the hint that comes after the first session. */
async function parkFirst({ page, language, say }: Stage) {
  await park(page, '12-GBB-3', language)
  await page.getByText(say('hint_hide')).waitFor()
}

async function extendToNoTime({ choose, fill, press, sheet }: Stage) {
  await choose('end_other')
  await fill('time', '')
  await press('confirm')
  await sheet.locator('[aria-invalid=true]').first().waitFor()
}

/** Leaves the message with its undoing on the screen. */
async function stop({ page, press, say }: Stage) {
  await press('stop')
  await press('stop_confirm')
  await page.getByRole('button', { name: say('stop_undo') }).waitFor()
}

async function plan({ page, language, choose, press, sheet }: Stage) {
  await openForm(page, 'XX-99-YY', language)
  await choose('start_later')
  await choose('one_hour')
  await press('confirm')
  await sheet.waitFor({ state: 'detached' })
}

async function fillForm({ page, language, choose, sheet, say }: Stage) {
  await openForm(page, 'XX-99-YY', language)
  await choose('end_other')
  await sheet.getByText(say('price_lines')).click()
}

async function confirmNothing({ page, language, press, sheet }: Stage) {
  await openForm(page, '', language)
  await press('confirm')
  await sheet.locator('[aria-invalid=true]').first().waitFor()
}

async function confirmNoPlace({ page, language, press, sheet, say }: Stage) {
  await openForm(page, '36TPHS', language)
  await press('confirm')
  await sheet.getByText(say('location_missing')).first().waitFor()
}

async function seeEveryFavourite({ page, language, press }: Stage) {
  await openForm(page, 'XX-99-YY', language)
  await press('all_favourites')
}

async function askTooMuch({ page, language, choose, press, say }: Stage) {
  await openForm(page, 'XX-99-YY', language)
  await choose('end_of_day')
  await press('confirm')
  await page.getByRole('heading', { name: say('refusal_title') }).waitFor()
}

async function askToForget({ page, send, press, sheet }: Stage) {
  const favourite = { name: 'Oma Riet', plate: { number: '36TPHS', country: 'NL' } }
  await send('POST', '/products/{product}/favourites', favourite)
  await page.reload()
  await press('remove_favourite')
  await sheet.waitFor()
}

/** As the app's worker tells of it with every answer, when there is no network. */
async function seeWhatWasKept({ page, open, say }: Stage) {
  await page.route(/\/api\/v1\/(?!changes$)/, async (route) => {
    const response = await route.fetch()
    const headers = { ...response.headers(), 'kept-at': '1795424400000' }
    await route.fulfill({ response, headers })
  })
  await open('/')
  await page.getByText(say('kept_nothing_starts')).waitFor()
}

/** As a browser tells of a worker that waits for its turn; from here on it always does. */
async function hearOfNewVersion({ page, open, say }: Stage) {
  await page.addInitScript(() => {
    const addEventListener = () => {}
    const registration = { waiting: {}, active: {}, addEventListener, update: async () => {} }
    const [register, getRegistration] = [async () => registration, async () => registration]
    const workers = { controller: {}, addEventListener, register, getRegistration }
    Object.defineProperty(navigator, 'serviceWorker', { value: workers })
  })
  await open('/')
  await page.getByText(say('new_version')).waitFor()
}

async function waitForHistory(stage: Stage) {
  await hold(stage)
  await stage.open(historyAt)
  await stage.page.getByRole('heading', { level: 1 }).waitFor()
}
