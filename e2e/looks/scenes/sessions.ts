/** The main page in all its states, and what one opens from its cards. */
import { expect } from '@playwright/test'
import { farAhead } from '#support/town.ts'
import { cut, everyRead, fail, hold, inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import {
  anna,
  emma,
  finn,
  firm,
  longest,
  oneCar,
  park,
  parkForty,
  parkVisitors,
  richest,
  streets,
  usual,
} from '../people.ts'
import type { Stage } from '../scene.ts'
import { newSession } from './new-session.ts'

const at = '/products/{product}/parking-sessions'
const visited = { by: usual, at, before: parkVisitors }

export const sessions: Pages<'sessions'>['sessions'] = {
  page: [
    { ...visited, state: 'full' },
    { ...visited, state: 'planned', at: `${at}?tab=planned` },
    { by: usual, at, state: 'empty' },
    { by: usual, at: `${at}?tab=planned`, state: 'nothing planned' },
    { by: { ...usual, parkedOnDays: 2 }, at, state: 'empty, parked before' },
    {
      by: { ...usual, rules: { maxConcurrent: 50 }, balance: 9_999_99 },
      at,
      before: parkForty,
      state: 'forty',
    },
    { by: richest, at, state: 'rich', before: parkVisitors },
    { by: longest, at, state: 'long names', before: parkVisitors },
    { by: anna, at, state: 'of the demo' },
    { by: usual, at, state: 'balance below its alarm', before: setAlarm },
    { by: { ...usual, balance: 0 }, at, state: 'no balance' },
    {
      by: { ...usual, unit: 'time', balance: 20 * 3600 + 900 },
      at,
      state: 'in time',
      before: parkVisitors,
    },
    { by: { ...usual, unit: 'count', balance: 12 }, at, state: 'in actions', before: parkVisitors },
    { by: { ...usual, blocked: true }, at, state: 'blocked' },
    { by: { ...usual, validity: 'upcoming' }, at, state: 'upcoming' },
    { by: { ...usual, validity: 'expired' }, at, state: 'expired' },
    { by: streets, at, state: 'prepaid' },
    { by: oneCar, at, state: 'temporary plate', before: (stage) => parkOpenEnded(stage) },
    {
      by: firm,
      at,
      state: 'pool',
      before: (stage) => park(stage, { number: '36TPHS', end: '12:00' }),
    },
    { by: finn, at: '/', state: 'delegated', act: chooseDelegated },
    { by: emma, at, state: 'of who delegates' },
    ...inTrouble({ by: usual, at }),
    { by: usual, at, state: 'nothing read yet', before: (stage) => hold(stage, everyRead) },
    {
      by: usual,
      at,
      state: 'nothing to be read',
      before: (stage) => fail(stage, everyRead),
      act: untilProblem,
    },
    {
      by: usual,
      at,
      state: 'nothing in reach',
      before: (stage) => cut(stage, everyRead),
      act: untilProblem,
    },
    {
      by: usual,
      at,
      state: 'offline',
      worker: true,
      clock: farAhead,
      before: (stage) => park(stage, { number: '36TPHS', end: '2076-11-23T12:00' }),
      act: goOffline,
    },
    { ...visited, state: 'new version', worker: true, act: meetNewVersion },
    { ...visited, state: 'stopped just now', act: stop },
    { by: usual, at, state: 'started just now', act: start },
    {
      by: { ...usual, parkedOnDays: 2 },
      at,
      state: 'started just now, on an iPhone',
      before: beOnPhoneOfApple,
      act: start,
    },
    {
      by: usual,
      at,
      state: 'slow network',
      worker: true,
      clock: farAhead,
      before: (stage) => park(stage, { number: '36TPHS', end: '2076-11-23T12:00' }),
      act: meetSlowLine,
    },
    {
      by: usual,
      at,
      state: 'about to be signed out',
      before: ({ page }) => page.clock.install(),
      act: doNothing,
    },
  ],
  menu: [
    { by: usual, at: `${at}?sheet=menu`, state: 'open' },
    { by: longest, at: `${at}?sheet=menu`, state: 'long names' },
    { by: anna, at: `${at}?sheet=menu`, state: 'of the demo' },
  ],
  new: newSession,
  stop: [
    { ...visited, state: 'asked', act: ({ press }) => press('stop') },
    {
      ...visited,
      state: 'fault',
      act: async (stage) => {
        await stage.press('stop')
        await fail(stage, /_stop$/)
        await stage.press('stop_confirm')
        await stage.sheet.getByRole('alert').waitFor()
      },
    },
  ],
  extend: [
    { ...visited, state: 'asked', act: ({ press }) => press('extend') },
    {
      ...visited,
      state: 'at another moment',
      act: async ({ press, choose }) => {
        await press('extend')
        await choose('end_other')
      },
    },
    {
      by: { ...usual, balance: 8_00 },
      at,
      state: 'refused',
      before: (stage) => park(stage, { number: '36TPHS', end: '11:30' }),
      act: async ({ press, choose }) => {
        await press('extend')
        await choose('end_of_day')
        await press('confirm')
      },
    },
    {
      ...visited,
      state: 'price not there yet',
      act: async (stage) => {
        await hold(stage, /quotes$/)
        await stage.press('extend')
      },
    },
  ],
  delete: [
    {
      ...visited,
      at: `${at}?tab=planned`,
      state: 'asked',
      act: ({ press }) => press('delete_session'),
    },
  ],
  leave: [
    {
      by: finn,
      at: '/',
      state: 'asked',
      act: async (stage) => {
        await chooseDelegated(stage)
        await stage.press('leave')
      },
    },
  ],
}

async function setAlarm({ send }: Stage) {
  await send('PUT', '/products/{product}/balance-alarm', {
    threshold: 100_00,
  })
}

async function parkOpenEnded({ send }: Stage) {
  await send('POST', '/products/{product}/parking-sessions', {
    plate: { number: '36TPHS', country: 'NL' },
  })
}

/** Finn's own product is another's. */
async function chooseDelegated({ page, open, say }: Stage) {
  const answer = await page.request.get('/api/v1/products')
  const { products } = (await answer.json()) as {
    products: readonly { id: string; delegation?: object }[]
  }
  await open(`/products/${products.find(({ delegation }) => delegation)?.id}/parking-sessions`)
  await page.getByText(say('delegated_plate')).waitFor()
}

async function untilProblem({ page, say }: Stage) {
  await page.getByRole('button', { name: say('try_again') }).waitFor()
}

async function start({ page, follow, fill, choose, press, sheet, say }: Stage) {
  await follow('new_session')
  await fill('plate', '36TPHS')
  await choose('one_hour')
  await press('confirm')
  await sheet.waitFor({ state: 'detached' })
  await page.getByText(say('hint_hide')).waitFor()
}

/** As its browser says of itself, which offers nothing. */
async function beOnPhoneOfApple({ page }: Stage) {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'userAgent', { value: 'iPhone', configurable: true }),
  )
}

async function stop({ page, press, sheet, say }: Stage) {
  await press('stop')
  await press('stop_confirm')
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: say('stop_undo') }).waitFor()
}

/** The worker has kept what was read when it serves the page. */
async function untilKept({ page }: Stage) {
  const keptPaths = () =>
    page.evaluate(async () => {
      if (!(await caches.has('answers'))) return ''
      const kept = await (await caches.open('answers')).keys()
      return kept.map(({ url }) => new URL(url).pathname).join(' ')
    })
  await expect.poll(keptPaths).toMatch(/[/]parking-sessions( |$)/)
}

async function goOffline(stage: Stage) {
  const { page, open } = stage
  await open(at)
  await untilKept(stage)
  await page.context().setOffline(true)
  await open(at)
}

async function meetSlowLine(stage: Stage) {
  const { page, open, say } = stage
  await open(at)
  await untilKept(stage)
  // Its answers never come.
  await page.context().route('**/api/v1/**', () => {})
  await open(at)
  await page.getByText(say('slow_title')).waitFor()
}

async function meetNewVersion(stage: Stage) {
  const { page, say } = stage
  await untilKept(stage)
  // Another address is another worker to a browser, as another content is.
  await page.addInitScript(() => {
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker)
    navigator.serviceWorker.register = () => register('/worker.js?new')
  })
  await page.reload()
  await page.getByRole('button', { name: say('new_version_use') }).waitFor()
}

async function doNothing(stage: Stage) {
  const { page, sheet, town } = stage
  await page.reload({ waitUntil: 'commit' })
  await page.waitForResponse(/sign-ins\/current$/)
  // In this order: what the page asks in between is asked by somebody who did nothing.
  await page.clock.fastForward(28 * 60_000 + 2000)
  await town.timePasses({ minutes: 28 })
  // As who comes back to the tab: it asks, whether its timer was set by then or not.
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
  await sheet.waitFor()
  // The photographer's mouse would be a sign of life.
  await hold(stage, /sign-ins\/current$/)
}
