import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a quote', () => {
  test('F4, G5: says the price, its lines and what would be left, and does nothing', async () => {
    const anna = await town.resident()
    const { status, body } = await quote(anna, { end: at('12:00') })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      asOf: utc('10:00'),
      outcome: 'accepted',
      during: { start: utc('10:00'), end: utc('12:00') },
      price: {
        total: { unit: 'money', value: 480 },
        paidSeconds: 7200,
        lines: [{ start: utc('10:00'), end: utc('12:00'), amount: { value: 480 }, capped: false }],
      },
      charge: { value: 480 },
      balance: { value: 100_00 },
      balanceAfter: { value: 95_20 },
      shortfall: { value: 0 },
      reasons: [],
      alternatives: [],
    })
    const params = { productId: anna.productId }
    const { body: product } = await anna.call('GET /products/{productId}', { params })
    expect([product.balance.value, product.counts.running]).toEqual([100_00, 0])
  })

  test('is what starting it then costs', async () => {
    const anna = await town.resident()
    const wish = { end: at('15:27') }
    const { body } = await quote(anna, wish)
    const params = { productId: anna.productId }
    const session = await anna.call('POST /products/{productId}/parking-sessions', {
      params,
      body: { plate: { number: 'GBB01B' }, ...wish },
    })
    expect(session.body.cost).toEqual(body.price?.total)
  })

  test('shows the days that it touches as strips of paid and free time without a gap', async () => {
    const anna = await town.resident()
    const { body } = await quote(anna, { start: at('20:00'), end: at('10:00', '2026-03-03') })
    const [monday, tuesday] = body.days
    expect(body.days.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03'])
    expect(monday?.stretches).toEqual([
      { start: utc('00:00'), end: utc('09:00'), paid: false },
      { start: utc('09:00'), end: utc('22:00'), paid: true },
      { start: utc('22:00'), end: utc('24:00'), paid: false },
    ])
    expect(tuesday?.stretches[0]?.start).toBe(monday?.stretches.at(-1)?.end)
  })

  test('shows today too, and at most eight days', async () => {
    const anna = await town.resident({ balance: 1000_00 })
    const { body } = await quote(anna, {
      start: at('10:00', '2026-03-05'),
      end: at('10:00', '2026-03-25'),
    })
    const dates = body.days.map(({ date }) => date)
    expect([dates.length, dates[0], dates[1]]).toEqual([8, '2026-03-02', '2026-03-05'])
  })

  test('says until when parking is free', async () => {
    const anna = await town.resident()
    const early = { start: at('07:00', '2026-03-03'), end: at('10:00', '2026-03-03') }
    expect((await quote(anna, early)).body).toMatchObject({
      freeUntil: '2026-03-03T08:00:00Z',
      price: { total: { value: 240 } },
    })
  })

  test('G1: says that the session will be cut to the paid hours', async () => {
    const anna = await town.resident({ rules: { endOfDayDeactivation: true } })
    const { body } = await quote(anna, {})
    expect([body.cutToPaidHours, body.during?.end]).toEqual([true, utc('22:00')])
  })

  test('G5: says why not, with the price and what would be accepted', async () => {
    const anna = await town.resident({ balance: 100 })
    const { body } = await quote(anna, { end: at('11:00') })
    expect(body).toMatchObject({
      outcome: 'refused',
      reasons: [{ code: 'balance' }],
      price: { total: { value: 240 } },
      shortfall: { value: 140 },
      balanceAfter: { value: -140 },
      alternatives: [{ kind: 'shorter', end: utc('10:25') }],
    })
  })

  test.each([
    ['startInPast', { start: at('09:00'), end: at('11:00') }],
    ['endBeforeStart', { end: at('09:00') }],
    ['tooFarAhead', { end: '2999-01-01T00:00:00Z' }],
  ])('with %s has no price', async (code, wish) => {
    const { status, body } = await quote(await town.resident(), wish)
    expect([status, body.outcome, body.price, body.charge]).toEqual([
      200,
      'refused',
      undefined,
      undefined,
    ])
    expect(body.reasons.map((reason) => reason.code)).toContain(code)
  })

  test('knows about the plate where one is given', async () => {
    const anna = await town.resident()
    const params = { productId: anna.productId }
    const plate = { number: 'GBB01B' }
    const body = { plate, end: at('12:00') }
    await anna.call('POST /products/{productId}/parking-sessions', { params, body })
    const again = await quote(anna, { plate: { number: 'gbb-01-b' }, end: at('11:00') })
    expect(again.body.reasons.map(({ code }) => code)).toEqual(['plateAlreadyParked'])
    expect((await quote(anna, { end: at('11:00') })).body.outcome).toBe('accepted')
  })
})

describe('a quote for a session that exists', () => {
  test('E3: says what an extension would add', async () => {
    const anna = await town.resident()
    const id = await started(anna)
    const { body } = await ofSession(anna, id, { end: at('12:00') })
    expect(body).toMatchObject({
      outcome: 'accepted',
      price: { total: { value: 480 } },
      charge: { value: 240 },
      balanceAfter: { value: 95_20 },
    })
  })

  test('E2: without an end says what stopping now gives back', async () => {
    const anna = await town.resident()
    const id = await started(anna)
    town.now = town.now.add({ minutes: 15 })
    const { body } = await ofSession(anna, id, {})
    expect(body).toMatchObject({
      price: { total: { value: 60 } },
      charge: { value: -180 },
      balanceAfter: { value: 99_40 },
    })
  })

  test('is refused where it can not be stopped, and not found where it is not theirs', async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const planned = await started(anna, { start: at('10:10'), end: at('10:20') })
    expect(await ofSession(anna, planned, {})).toMatchObject({
      status: 409,
      body: { code: 'notBegun' },
    })
    town.now = town.now.add({ minutes: 15 })
    expect(await ofSession(anna, planned, {})).toMatchObject({ status: 200 })
    expect(await ofSession(eve, planned, {})).toMatchObject({ status: 404 })
  })
})

type Wish = { readonly start?: string; readonly end?: string; readonly plate?: { number: string } }

function quote({ call, productId }: Resident, body: Wish) {
  return call('POST /products/{productId}/quotes', { params: { productId }, body })
}

async function started({ call, productId }: Resident, wish: Wish = {}): Promise<string> {
  const body = { plate: { number: 'GBB01B' }, end: at('11:00'), ...wish }
  const params = { productId }
  const session = await call('POST /products/{productId}/parking-sessions', { params, body })
  expect(session.status).toBe(201)
  return session.body.id
}

function ofSession({ call }: Resident, parkingSessionId: string, body: { end?: string }) {
  const params = { parkingSessionId }
  return call('POST /parking-sessions/{parkingSessionId}/quotes', { params, body })
}

function at(time: string, day = '2026-03-02'): string {
  return `${day}T${time}:00+01:00`
}

function utc(time: string): string {
  return Temporal.PlainDateTime.from('2026-03-02T00:00')
    .add({ hours: Number(time.slice(0, 2)), minutes: Number(time.slice(3)) })
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
    .toString()
}
