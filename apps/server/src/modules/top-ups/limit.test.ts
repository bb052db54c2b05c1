import { beforeEach, describe, expect, test } from 'vitest'
import type { Given } from '../../../test/arrange.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  checkout,
  offer,
  openCheckout,
  order,
  press,
  tenAndTwenty,
} from '../../../test/topping-up.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

function buyer(given: Partial<Given> = {}) {
  return town.resident({ balance: 5_00, topUps: { options: tenAndTwenty }, ...given })
}

describe('the limit of a period', () => {
  test('D3, R2: leaves out what is too much, and says when the next period begins', async () => {
    const cap = { counts: 'price', most: 25_00 } as const
    const topUps = { options: tenAndTwenty, cap }
    const anna = await buyer({ topUps, balancePeriod: 'quarter' })
    const [ten, twenty] = (await offer(anna)).body.options
    await pay(anna, ten?.id)
    expect((await offer(anna)).body).toMatchObject({
      options: [{ id: ten?.id }],
      refusal: { code: 'topUpCap' },
      nextPeriodOn: '2026-04-01',
    })
    expect(await order(anna, twenty?.id)).toMatchObject({
      status: 409,
      body: {
        code: 'topUpCap',
        title:
          'Voor deze periode is het niet meer mogelijk om uw tegoed op te waarderen omdat het maximum bereikt is.',
        nextPeriodOn: '2026-04-01',
      },
    })
    await pay(anna, ten?.id)
    expect((await offer(anna)).body).toMatchObject({ options: [], refusal: { code: 'topUpCap' } })

    town.now = Temporal.Instant.from('2026-03-31T23:59:59+02:00')
    const later = await town.signIn(anna)
    expect((await offer(later)).body.options).toEqual([])
    town.now = Temporal.Instant.from('2026-04-01T00:00+02:00')
    expect((await offer(await town.signIn(anna))).body.options).toHaveLength(2)
  })

  test('D3: can be of what is given, over a year of the product’s own', async () => {
    const cap = { counts: 'balance', most: 30_00 } as const
    const start = Temporal.Instant.from('2025-05-10T00:00+02:00')
    const anna = await buyer({
      topUps: { options: tenAndTwenty, cap },
      balancePeriod: 'productYear',
      valid: { start, end: start.add({ hours: 3 * 365 * 24 }) },
    })
    const { body } = await offer(anna)
    await pay(anna, body.options[1]?.id)
    expect((await offer(anna)).body).toMatchObject({
      options: [],
      refusal: { code: 'topUpCap' },
      nextPeriodOn: '2026-05-10',
    })
  })

  test.each(['failed', 'cancelled', 'expired'])(
    'D3: counts a payment until it has %s',
    async (outcome) => {
      const cap = { counts: 'price', most: 10_00 } as const
      const anna = await buyer({ topUps: { options: tenAndTwenty, cap } })
      const { topUpId, bankPath } = await checkout(anna)
      expect((await offer(anna)).body).toMatchObject({
        options: [],
        refusal: { code: 'topUpCap' },
        unfinished: [{ id: topUpId, state: 'open' }],
      })
      await press(town.app, bankPath, outcome)
      expect((await offer(anna)).body).toMatchObject({ options: [{}], unfinished: [] })
    },
  )

  // The guarantee: however many come at once, the limit is not passed.
  test('D3: holds for 50 orders at once', async () => {
    const cap = { counts: 'price', most: 35_00 } as const
    const anna = await buyer({ topUps: { options: tenAndTwenty, cap } })
    const option = (await offer(anna)).body.options[0]?.id
    const answers = await Promise.all(Array.from({ length: 50 }, () => order(anna, option)))
    const codes = answers.map(({ status, body }) => (status === 201 ? 'taken' : body.code))
    expect(codes.filter((code) => code === 'taken')).toHaveLength(3)
    expect(codes.filter((code) => code === 'topUpCap')).toHaveLength(47)
  })

  test('is not passed by unfinished payments either, of which there are a few at most', async () => {
    const anna = await buyer()
    const option = (await offer(anna)).body.options[0]?.id
    const answers = await Promise.all(Array.from({ length: 8 }, () => order(anna, option)))
    const refused = answers.filter(({ status }) => status === 409)
    expect(refused.map(({ body }) => body.code)).toEqual(Array(3).fill('topUpsUnfinished'))
  })
})

async function pay(anna: Resident, optionId: string | undefined) {
  const { body } = await order(anna, optionId)
  const { body: opened } = await openCheckout(anna, body.id)
  await press(town.app, new URL(opened.url).pathname, 'paid')
}
