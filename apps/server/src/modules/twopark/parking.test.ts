import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { park, sessionsOf } from '../../../test/parking.ts'
import { neighbour, type Neighbour } from '../../../test/two-park/neighbours.ts'
import { openSpeaker, valueOf, wireTime } from '../../../test/two-park/speaker.ts'
import { openWebPage } from '../../../test/two-park/web-page.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

async function onPage(who: Neighbour) {
  const page = await openWebPage(town.app)
  await page.login(who.email, who.password)
  return page
}

const from = (hours: number) => wireTime(mondayAtTen.add({ seconds: Math.round(hours * 3600) }))
const wish = (plate: string, start: number, end: number | string) => ({
  plate,
  start: from(start),
  end: typeof end === 'string' ? end : from(end),
  location: '',
})

describe('starting by the 2Park protocol', () => {
  test('parks, says what it costs, and names the action', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    town.now = mondayAtTen.add({ seconds: 12 })
    const started = await page.start(anna.wireId, wish('AB123C', 0, '02-03-2026 23:59:59'))
    expect(started.outcome).toBe('done')
    const { data } = started
    expect(data?.alternates).toEqual([
      {
        action: {
          atn_parameters: [
            { prr_label: 'PRODUCT_ID', prr_value: anna.wireId.split('$')[0] },
            { prr_label: 'TIMESTART', prr_value: '02-03-2026 10:00:12' },
            { prr_label: 'TIMEEND', prr_value: '02-03-2026 23:59:59' },
            { prr_label: 'AMOUNT', prr_value: '28.80', prr_datatype: 'MONEY' },
          ],
        },
      },
    ])
    const [{ cards } = { cards: [] }] = await page.load()
    expect(cards).toHaveLength(1)
    expect(cards[0]).toEqual({
      id: data?.atn_id,
      state: 'ACTIVE',
      plate: 'AB123C',
      name: '(Onbekend)',
      start: '02-03-2026 10:00:12',
      end: '02-03-2026 23:59:59',
      location: 'Centrum',
      cost: '28.80',
    })
    expect(data?.atn_parameters).toContainEqual({ prr_label: 'LOC_CODE', prr_value: anna.location })
  })

  test.each([
    { seconds: -1800, because: 'a page that stood open for half an hour means now' },
    { seconds: -12, because: 'the page shows whole minutes' },
    { seconds: 4, because: 'no two clocks are the same' },
  ])('$seconds seconds from now begins now, because $because', async ({ seconds }) => {
    const anna = await neighbour(town)
    const { start: go } = await onPage(anna)
    const { data } = await go(anna.wireId, wish('AB123C', seconds / 3600, 1))
    expect(valueOf(data?.atn_parameters ?? [], 'TIMESTART')).toBe('02-03-2026 10:00:00')
  })

  test('from later on is planned, begins by itself, and can be taken back', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    await page.start(anna.wireId, wish('AB123C', 2, 3))
    const look = async () => (await page.load())[0]?.cards.map(({ state }) => state)
    expect(await look()).toEqual(['SCHEDULED'])
    town.now = mondayAtTen.add({ hours: 2 })
    expect(await look()).toEqual(['ACTIVE'])
    town.now = mondayAtTen
    const [{ cards } = { cards: [] }] = await page.load()
    expect(await page.stop(anna.wireId, cards[0]?.id ?? '')).toMatchObject({
      major: 'OK',
      minor: 'SUCCESS',
      message: 'Gelukt',
      hasData: false,
    })
    expect(await look()).toEqual([])
    const balance = await page.post('get_balance', `product_id=${anna.wireId}`)
    expect(valueOf(balance.data.balance.ble_parameters, 'AMOUNT')).toBe('100.00')
  })

  test('without an end, it is as is usual for the product', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    await page.start(anna.wireId, wish('AB123C', 0, ''))
    expect((await page.load())[0]?.cards[0]?.end).toBe('02-03-2026 23:59:59')
    const fixed = { kind: 'temporaryPlate', plates: ['OWN1'], unit: 'none' } as const
    const bram = await neighbour(town, fixed)
    const other = await onPage(bram)
    const { data } = await other.start(bram.wireId, wish('LOAN1', 0, ''))
    expect(valueOf(data?.atn_parameters ?? [], 'TIMEEND')).toBe('')
  })

  test('twice the same meets the refusal of what is parked already, also at once', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => page.start(anna.wireId, wish('AB123C', 0, 1))),
    )
    const refused = outcomes.filter(({ outcome }) => outcome !== 'done')
    expect(refused.map(({ minor }) => minor)).toEqual(['PRK-00005', 'PRK-00005'])
    expect(await sessionsOf(anna)).toHaveLength(1)
  })

  test('too long proposes the longest, which is accepted as it stands', async () => {
    const anna = await neighbour(town, { rules: { maxDurationSeconds: 240 * 60 } })
    const page = await onPage(anna)
    const refused = await page.start(anna.wireId, wish('AB123C', 0, 4 + 1 / 60))
    expect(refused).toMatchObject({ outcome: 'proposal', minor: 'PRK-00067' })
    expect(refused).toMatchObject({ end: from(4), cost: '9.60', caption: 'Kosten' })
    const taken = await page.start(anna.wireId, wish('AB123C', 0, refused.end ?? ''))
    expect(taken.outcome).toBe('done')
  })

  test('with too little balance proposes what it suffices for', async () => {
    const anna = await neighbour(town, { balance: 2_40 })
    const page = await onPage(anna)
    const refused = await page.start(anna.wireId, wish('AB123C', 0, 2))
    const proposed = { outcome: 'proposal', minor: 'INSUFFICIENT_BALANCE', end: from(1) }
    expect(refused).toMatchObject({ ...proposed, cost: '2.40' })
    expect((await page.start(anna.wireId, wish('AB123C', 0, refused.end ?? ''))).outcome).toBe(
      'done',
    )
  })

  test('with no balance at all says so and proposes nothing', async () => {
    const anna = await neighbour(town, { balance: 0 })
    const page = await onPage(anna)
    const refused = await page.start(anna.wireId, wish('AB123C', 0, 2))
    expect(refused).toMatchObject({ outcome: 'toast', minor: 'INSUFFICIENT_BALANCE' })
  })

  test('is refused by the rules in their own words where clients know none', async () => {
    const anna = await neighbour(town, { rules: { maxConcurrent: 1 } })
    const page = await onPage(anna)
    await page.start(anna.wireId, wish('AB123C', 0, 1))
    const refused = await page.start(anna.wireId, wish('CD456E', 0, 1))
    expect(refused).toMatchObject({ outcome: 'toast', minor: 'MAX_CONCURRENT' })
  })

  test.each([
    [{ plate: '--' }, 'MBR_IDENT'],
    [{ start: '31-02-2026 10:00:00' }, 'TIMESTART'],
    [{ start: '2026-03-02T10:00:00Z' }, 'TIMESTART'],
    [{ end: 'tonight' }, 'TIMEEND'],
  ])('with %j is told that it is %s that is wrong', async (wrong, field) => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    const refused = await page.start(anna.wireId, { ...wish('AB123C', 0, 1), ...wrong })
    expect(refused).toMatchObject({ outcome: 'toast', minor: 'INTERNAL_ERROR' })
    expect(refused.message).toContain(`(${field})`)
  })

  test.each(['{', '[]', '{"action":{}}', '{"action":{"atn_parameters":[{"prr_value":"A"}]}}'])(
    'with %s for its data is no fault of ours',
    async (data) => {
      const anna = await neighbour(town)
      const { ask } = await openSpeaker(town.app)
      await ask('check_credentials', { email: anna.email, password: anna.password })
      const answer = await ask('start_action', { product_id: anna.wireId, data })
      expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor: 'INTERNAL_ERROR' })
      expect(answer.data.alternates).toEqual([])
    },
  )

  test('parks a plate from abroad where it is a favourite', async () => {
    const anna = await neighbour(town)
    const body = { plate: { number: '1TRK39', country: 'D' }, name: 'Klaus' }
    const params = { productId: anna.productId }
    await anna.call('POST /products/{productId}/favourites', { params, body })
    const page = await onPage(anna)
    await page.start(anna.wireId, wish('1-trk-39', 0, 1))
    expect((await page.load())[0]?.cards[0]).toMatchObject({ plate: '1TRK39', name: 'Klaus' })
  })

  test('ends at the first of two equal hours in October', async () => {
    const anna = await neighbour(town, { rules: { maxDaysAhead: 366 } })
    const page = await onPage(anna)
    const night = { plate: 'AB123C', start: '25-10-2026 01:00:00', end: '25-10-2026 02:30:00' }
    await page.start(anna.wireId, { ...night, location: '' })
    const params = { productId: anna.productId }
    const { body } = await anna.call('GET /products/{productId}/parking-sessions', { params })
    expect(body.parkingSessions[0]?.end).toBe('2026-10-25T00:30:00Z')
  })
})

describe('extending and stopping by the 2Park protocol', () => {
  test('gives another end, and what was not used comes back', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    const { data } = await page.start(anna.wireId, wish('AB123C', 0, 1))
    const action = data?.atn_id ?? ''
    expect((await page.extend(anna.wireId, action, from(3))).outcome).toBe('done')
    expect((await page.load())[0]?.cards[0]).toMatchObject({ end: from(3), cost: '7.20' })
    town.now = mondayAtTen.add({ minutes: 30 })
    await page.stop(anna.wireId, action)
    const [product] = await page.load()
    expect(product?.cards).toHaveLength(0)
    expect(product?.balance[0]).toBe('98.80')
  })

  test('not to later proposes nothing; too long, the longest', async () => {
    const anna = await neighbour(town, { rules: { maxDurationSeconds: 2 * 3600 } })
    const page = await onPage(anna)
    const { data } = await page.start(anna.wireId, wish('AB123C', 0, 1))
    const action = data?.atn_id ?? ''
    expect(await page.extend(anna.wireId, action, from(0.5))).toMatchObject({
      outcome: 'toast',
      minor: 'END_NOT_LATER',
    })
    const refused = await page.extend(anna.wireId, action, from(3))
    expect(refused).toMatchObject({ outcome: 'proposal', minor: 'PRK-00067', end: from(2) })
    expect(refused).toMatchObject({ cost: '2.40' })
    expect((await page.extend(anna.wireId, action, refused.end ?? '')).outcome).toBe('done')
  })

  test('finds nothing of what has ended, of another product, or of somebody else', async () => {
    const anna = await neighbour(town)
    const eve = await neighbour(town)
    const page = await onPage(anna)
    const { body } = await park(eve, 'EVE1')
    const { data } = await page.start(anna.wireId, wish('AB123C', 0, 1))
    await page.stop(anna.wireId, data?.atn_id ?? '')
    for (const action of [data?.atn_id ?? '', body.id, 'no-such', '']) {
      const stopped = await page.stop(anna.wireId, action)
      expect(stopped).toMatchObject({ http: 200, major: 'FAIL', minor: 'BOOKING_NOT_FOUND' })
      const extended = await page.extend(anna.wireId, action, from(2))
      expect(extended).toMatchObject({ outcome: 'toast', minor: 'BOOKING_NOT_FOUND' })
    }
    expect(await sessionsOf(eve)).toHaveLength(1)
  })

  test('is written down like everywhere else', async () => {
    const anna = await neighbour(town)
    const page = await onPage(anna)
    const { data } = await page.start(anna.wireId, wish('AB123C', 0, 1))
    await page.extend(anna.wireId, data?.atn_id ?? '', from(2))
    await page.stop(anna.wireId, data?.atn_id ?? '')
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', data?.atn_id ?? '')
      .orderBy('id')
      .execute()
    const actions = ['sessionStarted', 'sessionExtended', 'sessionStopped']
    expect(trail.map(({ action }) => action)).toEqual(actions)
  })
})
