/** The pages of one product beside its parking sessions. */
import { inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import { addFavourites, anna, buyer, longest, moreFavourites, twoCars, usual } from '../people.ts'
import { menuOn, type Stage } from '../scene.ts'

const of = (page: string) => `/products/{product}/${page}`

const favouritesAt = of('favourites')
const newFavourite = { by: usual, at: `${favouritesAt}?sheet=new` }
const manyFavourites = (stage: Stage) => addFavourites(stage, moreFavourites)

export const favourites: Pages<'favourites'>['favourites'] = {
  page: [
    { by: usual, at: favouritesAt, state: 'full', before: manyFavourites },
    { by: usual, at: favouritesAt, state: 'empty' },
    ...inTrouble({ by: usual, at: favouritesAt }),
  ],
  menu: menuOn(usual, favouritesAt),
  new: [
    { ...newFavourite, state: 'empty' },
    { ...newFavourite, state: 'nothing filled in', act: ({ press }) => press('save') },
    {
      ...newFavourite,
      state: 'refused',
      before: (stage) => addFavourites(stage),
      act: async ({ fill, press, sheet }) => {
        await fill('plate', '36TPHS')
        await fill('name', 'Oma Riet')
        await press('save')
        await sheet.getByRole('alert').first().waitFor()
      },
    },
  ],
  remove: [
    {
      by: usual,
      at: favouritesAt,
      state: 'asked',
      before: (stage) => addFavourites(stage),
      act: ({ press }) => press('remove_favourite'),
    },
  ],
}

const holder = { ...usual, delegations: 'plateOptional' } as const
const delegationsAt = of('delegations')
const newDelegation = { by: holder, at: `${delegationsAt}?sheet=new` }
const delegated = { by: holder, at: delegationsAt, before: delegate }

export const delegations: Pages<'delegations'>['delegations'] = {
  page: [
    { ...delegated, state: 'full' },
    { ...delegated, by: longest, state: 'long names' },
    { by: holder, at: delegationsAt, state: 'empty' },
    ...inTrouble({ by: holder, at: delegationsAt }),
  ],
  menu: menuOn(holder, delegationsAt),
  new: [
    { ...newDelegation, state: 'empty' },
    { ...newDelegation, state: 'nothing filled in', act: ({ press }) => press('save') },
    {
      ...newDelegation,
      state: 'refused',
      act: async ({ fill, press, sheet }) => {
        await fill('email', 'oma@example.com')
        await fill('part_euros', '1000')
        await press('save')
        await sheet.getByRole('alert').first().waitFor()
      },
    },
  ],
  change: [{ ...delegated, state: 'asked', act: ({ press }) => press('change_part') }],
  revoke: [{ ...delegated, state: 'asked', act: ({ press }) => press('revoke') }],
}

async function delegate({ send, language }: Stage) {
  const longEmail = 'maximiliaan.van.oldenbarneveldt-schimmelpenninck@een-heel-lang-domein.example'
  for (const given of [
    { email: 'buurvrouw@example.com' },
    { email: longEmail, allotment: 10_00, plate: { number: 'GBB01B', country: 'NL' } },
  ]) {
    await send('POST', '/products/{product}/delegations', { language, ...given })
  }
}

const historyAt = of('history')
const parked = { ...usual, balance: 100_00, parkedOnDays: 12 } as const

export const history: Pages<'history'>['history'] = {
  page: [
    { by: parked, at: historyAt, state: 'full' },
    { by: anna, at: historyAt, state: 'of the demo' },
    {
      by: parked,
      at: historyAt,
      state: 'how a price was made up',
      act: ({ page, say }) => page.getByText(say('price_lines')).first().click(),
    },
    { by: parked, at: `${historyAt}?tab=transactions`, state: 'transactions' },
    { by: usual, at: historyAt, state: 'empty' },
    { by: { ...usual, balance: 0 }, at: `${historyAt}?tab=transactions`, state: 'no transactions' },
    ...inTrouble({ by: parked, at: historyAt }),
  ],
  menu: menuOn(usual, historyAt),
  mail: [{ by: longest, at: `${historyAt}?sheet=mail`, state: 'asked' }],
}

const topUpAt = of('top-up')

export const topUp: Pages<'topUp'>['topUp'] = {
  page: [
    { by: buyer, at: topUpAt, state: 'full' },
    { by: buyer, at: topUpAt, state: 'paid', act: (stage) => pay(stage, 'paid') },
    { by: buyer, at: topUpAt, state: 'failed', act: (stage) => pay(stage, 'failed') },
    { by: buyer, at: topUpAt, state: 'cancelled', act: (stage) => pay(stage, 'cancelled') },
    { by: buyer, at: topUpAt, state: 'expired', act: (stage) => pay(stage, 'expired') },
    { by: buyer, at: topUpAt, state: 'left open', act: (stage) => pay(stage, 'open') },
    { by: buyer, at: topUpAt, state: 'another amount received', act: payAnother },
    {
      by: buyer,
      at: topUpAt,
      state: 'unfinished before',
      act: async (stage) => {
        await pay(stage, 'open')
        await stage.open(topUpAt)
        await stage.page.getByText(stage.say('top_up_unfinished_what')).waitFor()
      },
    },
    {
      by: {
        ...buyer,
        balancePeriod: 'quarter',
        topUps: { ...buyer.topUps, cap: { counts: 'price', most: 5_00 } },
      },
      at: topUpAt,
      state: 'nothing more in this period',
    },
    {
      by: buyer,
      at: `${topUpAt}?payment=01991c5f-6f2c-7d41-9d31-3b9e1b1f6a52`,
      state: 'unknown payment',
    },
    ...inTrouble({ by: buyer, at: topUpAt }),
  ],
  menu: menuOn(buyer, topUpAt),
}

async function pay({ page, press, say }: Stage, outcome: string) {
  await press('pay')
  await page.locator(`button[value="${outcome}"]`).click()
  await page.getByRole('heading', { name: say('top_up'), level: 1 }).waitFor()
  await page.getByRole('status').locator('b').waitFor()
}

/** The practice bank receives what was ordered. */
async function payAnother(stage: Stage) {
  await stage.page.route(/\/top-ups\/[^/]+$/, async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as object
    await route.fulfill({ response, json: { ...answer, state: 'mismatched' } })
  })
  await pay(stage, 'paid')
}

const platesAt = of('plates')

export const plateSwitch: Pages<'plateSwitch'>['plateSwitch'] = {
  page: [
    { by: twoCars, at: platesAt, state: 'none active' },
    {
      by: twoCars,
      at: platesAt,
      state: 'active',
      act: async ({ page, press }) => {
        await page.getByRole('radio', { name: 'GBB-01-B' }).check()
        await press('select')
        await page.getByRole('status').first().waitFor()
      },
    },
  ],
  menu: menuOn(twoCars, platesAt),
}
