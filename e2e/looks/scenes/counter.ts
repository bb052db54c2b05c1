/** The counter of the permit shop: issuing, what was issued in each of its states, and the house style. */
import { aBuyer, issue } from '#support/counter.ts'
import { fail, hold, inTrouble } from '../conditions.ts'
import type { Pages } from '../pages.ts'
import type { Scene, Stage } from '../scene.ts'

const at = '/permit-shop'
const shopCall = /\/api\/v1\/permit-shop$/
const productsCall = /\/permit-shop\/products(\?|$)/
const brandingCall = /\/permit-shop\/branding$/

/** What one does at the counter, where something was issued before. */
function atCounter(state: string, act?: Scene['act'], before?: Scene['before']): Scene {
  return {
    state,
    at,
    act: async (stage) => {
      await issue(stage.page, aBuyer(), stage.language)
      await stage.press('close_message')
      await before?.(stage)
      // What was issued is read again.
      if (before) await comeBack(stage)
      await act?.(stage)
    },
  }
}

/** With the token that one has. */
async function comeBack({ press, fill }: Stage) {
  await press('shop_close')
  await fill('shop_token', 'loket-waterdam')
  await press('shop_open')
}

export const permitShop: Pages<'permitShop'>['permitShop'] = {
  page: [
    { at, state: 'empty' },
    { at, state: 'without a token', act: ({ press }) => press('shop_open') },
    {
      at,
      state: 'not its token',
      act: async ({ page, fill, press }) => {
        await fill('shop_token', 'verkeerd')
        await press('shop_open')
        await page.getByRole('alert').first().waitFor()
      },
    },
    ...inTrouble({ at }, shopCall).map(({ act, ...scene }) => ({
      ...scene,
      act: async (stage: Stage) => {
        await stage.fill('shop_token', 'loket-waterdam')
        await stage.press('shop_open')
        await act?.(stage)
      },
    })),
    { at, state: 'open', act: (stage) => issue(stage.page, aBuyer(), stage.language) },
    atCounter('all that was issued', seeEnded, issueAll),
    atCounter('nothing issued', seeNone, issueNone),
    atCounter('issued is not there yet', undefined, (stage) => hold(stage, productsCall)),
    atCounter('nothing filled in', ({ press }) => press('shop_issue')),
    atCounter('wrongly filled in', fillWrongly),
    atCounter('nothing filled in for a new holder', nameNobody, issueAll),
    atCounter('its messages are not taken', seeWebhook, loseMessages),
    atCounter('ending a product', ({ press }) => press('shop_end')),
    atCounter('issuing fails', async (stage) => {
      await fail(stage, /permit-shop\/products$/)
      await stage.fill('shop_holder_email', 'iemand@example.com')
      await stage.press('shop_issue')
      await stage.page.getByRole('alert').first().waitFor()
    }),
    atCounter('house style', openLook),
    atCounter('house style, further down', seeColours),
    atCounter('house style, hard to read', chooseUnreadable),
    atCounter('house style, refused', refuseLook),
    atCounter('house style, without a logo', removeLogo),
    atCounter('house style, loading', async (stage) => {
      await hold(stage, brandingCall)
      await stage.press('branding')
    }),
    atCounter('house style, fault', async (stage) => {
      await fail(stage, brandingCall)
      await stage.press('branding')
      await stage.sheet.getByRole('alert').waitFor()
    }),
    atCounter('accessibility', openAccessibility),
    atCounter('accessibility, refused', async (stage) => {
      await openAccessibility(stage)
      await stage.fill('shop_statement', 'waterdam')
      await stage.press('save')
      await stage.sheet.locator('[aria-invalid=true]').first().waitFor()
    }),
  ],
}

async function openAccessibility({ press, sheet, say }: Stage) {
  await press('accessibility')
  await sheet.getByLabel(say('shop_statement')).waitFor()
}

type Issued = Readonly<Record<string, unknown>>

/** The answer's first product, as it is in each of these ways. */
const ways: readonly Issued[] = [
  {},
  { linkedAt: '2026-11-20T10:00:00Z', plates: plates('GBB01B', '1KNP65', 'MAB1234X') },
  { state: 'upcoming' },
  { state: 'blocked', linkedAt: '2026-11-20T10:00:00Z' },
  { email: undefined },
  { state: 'expired' },
  { state: 'ended' },
]

function plates(...numbers: readonly string[]) {
  return numbers.map((number) => ({ number, country: number.startsWith('M') ? 'D' : 'NL' }))
}

async function issueAll({ page }: Stage) {
  await page.route(productsCall, async (route) => {
    const response = await route.fetch()
    const { products } = (await response.json()) as { products: readonly Issued[] }
    const all = ways.map((way, n) => ({
      ...products[0],
      email: 'anna@example.com',
      id: `01991c5f-6f2c-7d41-9d31-3b9e1b1f6a0${n}`,
      number: 1008 - n,
      ...way,
    }))
    await route.fulfill({ response, json: { products: all, hasMore: true } })
  })
}

async function issueNone({ page }: Stage) {
  await page.route(productsCall, (route) =>
    route.fulfill({ json: { products: [], hasMore: false } }),
  )
}

async function loseMessages({ page }: Stage) {
  await page.route(shopCall, async (route) => {
    const response = await route.fetch()
    const webhook = {
      address: 'https://example.com',
      waiting: 2,
      givenUp: 3,
      lastError: 'HTTP 502',
    }
    const shop = (await response.json()) as object
    await route.fulfill({ response, json: { ...shop, webhook } })
  })
}

async function seeEnded({ page, say }: Stage) {
  await page.getByText(say('shop_state_ended')).waitFor()
}

async function seeNone({ page, say }: Stage) {
  await page.getByText(say('shop_none_issued')).waitFor()
}

async function seeWebhook({ page }: Stage) {
  await page.getByText('HTTP 502').waitFor()
}

async function nameNobody(stage: Stage) {
  await seeEnded(stage)
  await stage.press('shop_mail')
}

async function fillWrongly({ page, fill, press }: Stage) {
  await fill('shop_holder_email', 'iemand')
  await fill('valid_until', '2020-01-01')
  await fill('shop_plates', 'GBB01B, ???')
  await fill('shop_rights', '0')
  await press('shop_issue')
  await page.locator('[aria-invalid="true"]').first().waitFor()
}

async function openLook({ press, sheet, say }: Stage) {
  await press('branding')
  await sheet.getByLabel(say('name'), { exact: true }).waitFor()
}

async function seeColours(stage: Stage) {
  await openLook(stage)
  const { sheet, say } = stage
  await sheet.getByRole('group', { name: say('branding_corners') }).scrollIntoViewIfNeeded()
}

async function chooseUnreadable(stage: Stage) {
  await openLook(stage)
  const { sheet, say, fill } = stage
  await fill('branding_bar', '#ffcc00')
  await fill('branding_links', '#ff8800')
  await sheet.getByRole('button', { name: say('branding_make_readable') }).scrollIntoViewIfNeeded()
}

async function refuseLook(stage: Stage) {
  await openLook(stage)
  const { sheet, fill, press } = stage
  await fill('name', '')
  await fill('branding_bar', 'blauw')
  await press('save')
  await sheet.locator('[aria-invalid="true"]').first().waitFor()
}

async function removeLogo(stage: Stage) {
  await openLook(stage)
  await stage.press('branding_logo_remove')
}
