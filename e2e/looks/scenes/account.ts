/** The pages of somebody's account, and those of all their products together. */
import { everyRead, hold, inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import { anna, longest, parkVisitors, usual } from '../people.ts'
import { menuOn, type Scene, type Stage } from '../scene.ts'

const blocked = { ...usual, blocked: true } as const
const productsAt = '/products'

/** On the products of the only municipality, or of the first. */
const ofTown = (state: string, by: Whose, act: Scene['act'] = showProducts): Scene => ({
  by,
  at: productsAt,
  state,
  act,
})
type Whose = NonNullable<Scene['by']>

export const start: Pages<'start'>['start'] = {
  page: [
    { by: usual, at: '/', state: 'loading', before: (stage) => hold(stage, /start-product$/) },
    { by: usual, at: '/', state: 'without a product', act: removeOnlyProduct },
  ],
}

export const products: Pages<'products'>['products'] = {
  page: [
    { by: usual, at: productsAt, state: 'one municipality' },
    { by: anna, at: productsAt, state: 'several municipalities' },
    { by: longest, at: productsAt, state: 'long names' },
    ofTown('of a municipality', usual),
    ofTown('of a municipality, long names', longest),
    ofTown('of a municipality, of the demo', anna),
    ofTown('blocked', blocked),
    ofTown('expired', { ...usual, validity: 'expired' }),
    ofTown('upcoming', { ...usual, validity: 'upcoming' }),
    ofTown('below its alarm', usual, async (stage) => {
      await openAlarm(stage)
      await stage.fill('amount_euros', '100')
      await stage.press('alarm_set')
      await stage.sheet.waitFor({ state: 'detached' })
    }),
    ...inTrouble({ by: usual, at: productsAt }, everyRead),
  ],
  menu: menuOn(usual, productsAt),
  alarm: [
    ofTown('empty', usual, openAlarm),
    ofTown('nothing filled in', usual, async (stage) => {
      await openAlarm(stage)
      await stage.fill('amount_euros', '')
      await stage.press('alarm_set')
    }),
    ofTown('in time', { ...usual, unit: 'time', balance: 7200 }, openAlarm),
  ],
  remove: [ofTown('asked', blocked, askToRemove)],
}

async function showProducts({ follow }: Stage) {
  await follow('show_products')
}

async function openAlarm(stage: Stage) {
  await showProducts(stage)
  await stage.press('set_alarm')
  await stage.sheet.getByRole('button', { name: stage.say('alarm_set') }).waitFor()
}

async function askToRemove(stage: Stage) {
  await showProducts(stage)
  await stage.press('remove_product')
  await stage.sheet.waitFor()
}

async function removeOnlyProduct(stage: Stage) {
  const { page, open } = stage
  await page.route(/\/api\/v1\/products$/, (route) => route.fulfill({ json: { products: [] } }))
  await open('/')
}

export const allSessions: Pages<'allSessions'>['allSessions'] = {
  page: [
    { by: usual, at: '/parking-sessions', state: 'full', before: parkVisitors },
    { by: longest, at: '/parking-sessions', state: 'long names', before: parkVisitors },
    { by: anna, at: '/parking-sessions', state: 'of the demo' },
    { by: usual, at: '/parking-sessions', state: 'empty' },
    ...inTrouble({ by: usual, at: '/parking-sessions' }),
  ],
  menu: menuOn(usual, '/parking-sessions'),
}

export const about: Pages<'about'>['about'] = {
  page: [
    { by: usual, at: '/about', state: 'full' },
    { by: longest, at: '/about', state: 'long names' },
  ],
  menu: menuOn(usual, '/about'),
}

export const settings: Pages<'settings'>['settings'] = {
  page: [
    { by: usual, at: '/settings', state: 'full' },
    { by: longest, at: '/settings', state: 'long names' },
    { by: usual, at: '/settings', state: 'everything open', act: openEverything },
    { by: usual, at: '/settings', state: 'password differs', act: mistypePassword },
    ...inTrouble({ by: usual, at: '/settings' }),
  ],
  menu: menuOn(usual, '/settings'),
  close: [
    { by: usual, at: '/settings?sheet=close', state: 'asked' },
    {
      by: usual,
      at: '/settings?sheet=close',
      state: 'refused',
      before: parkVisitors,
      act: async ({ press, sheet, resident }) => {
        await sheet.getByRole('textbox').fill(resident.password)
        await press('close_account')
        await sheet.getByRole('alert').first().waitFor()
      },
    },
  ],
}

async function openEverything({ page, say }: Stage) {
  await page.getByText(say('email_change')).click()
  await page.getByText(say('password_change')).first().click()
  await page
    .getByRole('region', { name: say('sign_ins') })
    .getByText(say('sign_in_here'))
    .waitFor()
}

async function mistypePassword({ page, say }: Stage) {
  await page.getByText(say('password_change')).first().click()
  await page.getByRole('textbox', { name: say('password_current') }).fill('x')
  await page.getByRole('textbox', { name: say('password_new'), exact: true }).fill('kort')
  await page.getByRole('button', { name: say('password_change') }).click()
}

export const notFound: Pages<'notFound'>['notFound'] = {
  page: [{ by: usual, at: '/nowhere', state: 'full' }],
}
