/** Along the pages that one parks with. */
import { openForm, park } from '#support/screen.ts'
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
    { of: 'sessions?menu', at: `${sessionsAt}?sheet=menu` },
    {
      of: 'sessions',
      at: sessionsAt,
      act: ({ page, language }) => park(page, '12-GBB-3', language),
    },
    { of: 'sessions?stop', at: '/', act: ({ press }) => press('stop') },
    { of: 'sessions?extend', at: '/', act: ({ press }) => press('extend') },
    { of: 'sessions', at: '/', act: stop },
    { of: 'sessions', at: '/', act: plan },
    { of: 'sessions?delete', act: ({ press }) => press('delete_session') },
    { of: 'sessions?new', at: '/', act: fillForm },
    { of: 'sessions?new', at: '/', act: seeEveryFavourite },
    { of: 'sessions?new', at: '/', act: askTooMuch },
    { of: 'allSessions', at: '/parking-sessions' },
    { of: 'favourites', at: favouritesAt },
    { of: 'favourites?new', at: `${favouritesAt}?sheet=new`, act: ({ press }) => press('save') },
    { of: 'favourites?remove', at: favouritesAt, act: askToForget },
    { of: 'history', at: historyAt },
    {
      of: 'history',
      at: historyAt,
      act: ({ page, say }) => page.getByText(say('price_lines')).first().click(),
    },
    { of: 'history', at: `${historyAt}?tab=transactions` },
    { of: 'history?mail', at: `${historyAt}?sheet=mail` },
  ],
} as const satisfies Walk

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
