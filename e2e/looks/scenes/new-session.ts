/** The form of a new parking session: every choice in it, its refusals, and the searches behind it. */
import { cut, fail, hold } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import {
  addFavourites,
  finn,
  longest,
  moreFavourites,
  oneCar,
  park,
  parkVisitors,
  richest,
  streets,
  usual,
} from '../people.ts'
import type { Stage } from '../scene.ts'

const at = '/products/{product}/parking-sessions?sheet=new'
const known = { by: usual, at, before: (stage: Stage) => addFavourites(stage) }

export const newSession: Pages<'sessions'>['sessions']['new'] = [
  { by: usual, at, state: 'empty', act: priced },
  { ...known, state: 'with favourites', act: priced },
  { ...known, state: 'a favourite chosen', act: chooseFavourite },
  { ...known, state: 'how the price is made up', act: openLines },
  { ...known, state: 'later, until another moment', act: chooseMoments },
  {
    by: { ...usual, frame: { fromMinute: 720 } },
    at,
    state: 'free at first',
    act: (stage) => chooseHours(stage, 'end_of_day'),
  },
  {
    by: { ...usual, frame: { fromMinute: 1200 } },
    at,
    state: 'free',
    act: (stage) => chooseHours(stage, 'two_hours'),
  },
  { by: richest, at, state: 'for a fortnight', act: chooseFortnight },
  { by: usual, at, state: 'from abroad', act: (stage) => typePlate(stage, 'MAB1234X', 'D') },
  { by: usual, at, state: 'an unusual plate', act: (stage) => typePlate(stage, 'MAB1234X') },
  { ...known, state: 'did you mean', act: (stage) => typePlate(stage, '36TPH5') },
  { by: usual, at, state: 'without a plate', act: confirmAsIs },
  {
    ...known,
    state: 'searching',
    before: (stage) => addFavourites(stage, moreFavourites),
    act: search,
  },
  { ...known, state: 'nothing found', act: searchInVain },
  { by: { ...usual, balance: 1_00 }, at, state: 'refused: balance', act: (stage) => ask(stage) },
  { by: { ...usual, balance: 0 }, at, state: 'refused: no balance', act: (stage) => ask(stage) },
  {
    by: { ...usual, balance: 3_00, rules: { maxConcurrent: 1, maxDurationSeconds: 3600 } },
    at,
    state: 'refused: for every reason',
    before: (stage) => park(stage, { number: 'GBB01B', end: '10:30' }),
    act: (stage) => ask(stage),
  },
  {
    by: usual,
    at,
    state: 'refused: parked already',
    before: parkVisitors,
    act: (stage) => ask(stage),
  },
  {
    by: { ...usual, frame: { rightPossible: false } },
    at,
    state: 'refused: not there',
    act: (stage) => ask(stage),
  },
  { by: longest, at, state: 'long names', act: (stage) => typePlate(stage, '36TPHS') },
  {
    by: streets,
    at,
    state: 'prepaid',
    act: ({ page, say }) => page.getByText(say('price_after_location')).waitFor(),
  },
  { by: streets, at, state: 'locations', act: ({ press }) => press('choose_location') },
  { by: streets, at, state: 'prepaid, priced', act: chooseLocation },
  { by: oneCar, at, state: 'temporary plate' },
  { by: finn, at: '/', state: 'delegated', act: openDelegated },
  { by: usual, at, state: 'price not there yet', before: (stage) => hold(stage, /quotes$/) },
  { by: usual, at, state: 'no network', before: (stage) => cut(stage, /quotes$/), act: untilSaid },
  {
    by: usual,
    at,
    state: 'fault at confirming',
    act: async (stage) => {
      await fail(stage, /\/parking-sessions$/)
      await ask(stage)
      await untilSaid(stage)
    },
  },
  {
    by: usual,
    at,
    state: 'confirming',
    act: async (stage) => {
      await hold(stage, /\/parking-sessions$/)
      await ask(stage)
    },
  },
]

/** The price is there. */
async function priced({ sheet, say }: Stage) {
  await sheet
    .getByRole('status')
    .filter({ hasText: say('total') })
    .or(sheet.getByText(say('price_lines')))
    .first()
    .waitFor()
}

async function untilSaid({ sheet }: Stage) {
  await sheet.getByRole('alert').first().waitFor()
}

async function chooseFavourite(stage: Stage) {
  await stage.sheet.getByRole('button', { name: 'Karel' }).click()
  await priced(stage)
}

async function openLines(stage: Stage) {
  await stage.fill('plate', '36TPHS')
  await stage.sheet.getByText(stage.say('price_lines')).click()
}

async function chooseMoments(stage: Stage) {
  const { sheet, say, choose, fill } = stage
  await fill('plate', '36TPHS')
  await choose('start_later')
  await choose('end_other')
  await sheet.getByLabel(say('date')).last().fill('2026-11-24')
  await sheet.getByLabel(say('time'), { exact: true }).last().fill('12:00')
  await priced(stage)
}

async function chooseFortnight(stage: Stage) {
  const { sheet, say, choose, fill } = stage
  await fill('plate', '36TPHS')
  await choose('end_other')
  await sheet.getByLabel(say('date')).fill('2026-12-07')
  await sheet.getByLabel(say('time'), { exact: true }).fill('12:00')
  await sheet.getByText(say('price_lines')).click()
}

async function chooseHours(stage: Stage, hours: 'end_of_day' | 'two_hours') {
  await stage.fill('plate', '36TPHS')
  await stage.choose(hours)
}

async function typePlate({ fill, sheet, say }: Stage, number: string, country = 'NL') {
  const field = sheet.getByLabel(say('plate_country'))
  if (country !== 'NL') await field.selectOption(country)
  await fill('plate', number)
  await sheet.getByRole('textbox', { name: say('plate'), exact: true }).blur()
}

async function confirmAsIs(stage: Stage) {
  await priced(stage)
  await stage.press('confirm')
}

async function search({ press, fill }: Stage) {
  await press('all_favourites')
  await fill('search_name_or_plate', '')
}

async function searchInVain({ press, fill }: Stage) {
  await press('all_favourites')
  await fill('search_name_or_plate', 'zzz')
}

/** For an hour longer than most things allow. */
async function ask(stage: Stage) {
  await stage.fill('plate', '36TPHS')
  await stage.choose('end_of_day')
  await stage.press('confirm')
}

async function chooseLocation(stage: Stage) {
  await stage.press('choose_location')
  await stage.sheet.getByRole('button', { name: /Marktkwartier/ }).click()
  await stage.fill('plate', '36TPHS')
  await priced(stage)
}

async function openDelegated({ page, open }: Stage) {
  const answer = await page.request.get('/api/v1/products')
  const { products } = (await answer.json()) as {
    products: readonly { id: string; delegation?: object }[]
  }
  const of = products.find(({ delegation }) => delegation)?.id
  await open(`/products/${of}/parking-sessions?sheet=new`)
}
