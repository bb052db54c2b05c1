import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { remove, stop } from '../../../test/parking.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('starting a session', () => {
  test('F1, F2, F5: starts now, for a plate however it is typed', async () => {
    const anna = await town.resident()
    const { status, body } = await start(anna, { number: 'gbb-01 b', end: at('11:30') })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      productId: anna.productId,
      plate: { number: 'GBB01B', country: 'NL' },
      start: '2026-03-02T09:00:00Z',
      end: '2026-03-02T10:30:00Z',
      state: 'running',
      cost: { unit: 'money', value: 360 },
      extendable: true,
    })
  })

  test('F3: ends with the day unless an end is given, and then at the next midnight', async () => {
    const { body } = await start(await town.resident(), {})
    expect(body).toMatchObject({ end: '2026-03-02T23:00:00Z' })
  })

  test('F4: charges paid hours only', async () => {
    const anna = await town.resident()
    const evening = { start: at('21:30'), end: at('23:30') }
    expect(await start(anna, evening)).toMatchObject({ body: { cost: { value: 120 } } })
  })

  test('F4: costs nothing where nothing is paid, and moves nothing', async () => {
    const anna = await town.resident({ balance: 0 })
    const night = { start: at('22:00'), end: at('23:00') }
    expect(await start(anna, night)).toMatchObject({ status: 201, body: { cost: { value: 0 } } })
  })

  test.each`
    unit       | balance  | cost    | because
    ${'money'} | ${100}   | ${240}  | ${'an hour costs 2.40'}
    ${'time'}  | ${36000} | ${3600} | ${'an hour is 3600 seconds'}
    ${'count'} | ${5}     | ${1}    | ${'a session is one action'}
  `('P1, P2: is charged in $unit at once: $because', async ({ unit, cost }) => {
    const anna = await town.resident({ unit, balance: 10_000 })
    const { body } = await start(anna, { end: at('11:00') })
    expect(body.cost).toEqual({ unit, value: cost })
    expect(await balanceOf(anna)).toBe(10_000 - cost)
  })

  test('E6: plans for later, and charges that at once', async () => {
    const anna = await town.resident()
    const { body } = await start(anna, { start: at('14:00'), end: at('15:00') })
    expect(body).toMatchObject({ state: 'planned', cost: { value: 240 } })
    expect(await balanceOf(anna)).toBe(100_00 - 240)
  })

  test('G1: is taken until the end of the paid hours where sessions end with them', async () => {
    const anna = await town.resident({ rules: { endOfDayDeactivation: true } })
    expect(await start(anna, {})).toMatchObject({ status: 201, body: { end: utc('22:00') } })
  })

  test('B2: makes its product the one used last', async () => {
    const anna = await town.resident()
    const other = await town.resident({ holderId: anna.accountId })
    const first = async () => (await anna.call('GET /products')).body.products[0]?.id
    for (const { productId } of [other, anna, other]) {
      town.now = town.now.add({ seconds: 1 })
      const number = `T${town.now.epochMilliseconds}`
      await start({ ...anna, productId }, { number })
      expect(await first()).toBe(productId)
    }
  })
})

describe('lists of sessions', () => {
  test('E1, E5, L1: are running, planned or ended by the clock alone', async () => {
    const anna = await town.resident()
    const other = await town.resident({ holderId: anna.accountId })
    await start(anna, { number: 'NOW01', end: at('10:40') })
    await start(anna, { number: 'LATER1', start: at('10:20'), end: at('12:00') })
    await start({ ...anna, productId: other.productId }, { number: 'OTHER1', end: at('13:00') })

    const plates = async (state?: string) => {
      const query = { ...(state && { state }) }
      const params = { productId: anna.productId }
      const { body } = await anna.call('GET /products/{productId}/parking-sessions', {
        params,
        query,
      })
      return body.parkingSessions.map(({ plate }) => plate.number)
    }
    expect(await plates('running')).toEqual(['NOW01'])
    expect(await plates('planned')).toEqual(['LATER1'])
    town.now = town.now.add({ minutes: 20 })
    expect(await plates('running')).toEqual(['NOW01', 'LATER1'])
    town.now = town.now.add({ minutes: 20 })
    expect(await plates('ended')).toEqual(['NOW01'])
    expect(await plates()).toEqual(['LATER1'])

    const { body } = await anna.call('GET /parking-sessions')
    expect(body.asOf).toBe('2026-03-02T09:40:00Z')
    expect(body.parkingSessions.map(({ plate }) => plate.number)).toEqual(['OTHER1', 'LATER1'])
  })

  test('I5: show the name of the favourite that a plate is', async () => {
    const anna = await town.resident()
    const params = { productId: anna.productId }
    const body = { plate: { number: 'GBB01B' }, name: 'Oma' }
    await anna.call('POST /products/{productId}/favourites', { params, body })
    expect(await start(anna, { number: 'GBB01B' })).toMatchObject({
      body: { favouriteName: 'Oma' },
    })
    const list = await anna.call('GET /parking-sessions')
    expect(list.body.parkingSessions).toMatchObject([{ favouriteName: 'Oma' }])
  })
})

describe('stopping a session', () => {
  test('E2: ends it now and gives back what was not used', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('12:00') })
    expect(await balanceOf(anna)).toBe(100_00 - 480)
    town.now = town.now.add({ minutes: 25 })
    const { status, body } = await stop(anna, id)
    expect([status, body.state, body.end, body.cost.value]).toEqual([
      200,
      'ended',
      utc('10:25'),
      100,
    ])
    expect(await balanceOf(anna)).toBe(100_00 - 100)
  })

  test('E2: gives back everything in its first second', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('12:00') })
    expect(await stop(anna, id)).toMatchObject({ status: 200, body: { cost: { value: 0 } } })
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test('E2: can be done on a product that was blocked meanwhile', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('12:00') })
    await town.db.updateTable('products').set({ blocked_at: town.now }).execute()
    expect(await stop(anna, id)).toMatchObject({ status: 200 })
  })

  test('is refused when it was stopped before, and changes nothing', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('12:00') })
    await stop(anna, id)
    expect(await stop(anna, id)).toMatchObject({ status: 409, body: { code: 'sessionEnded' } })
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test('is refused before it began', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { start: at('14:00'), end: at('15:00') })
    expect(await stop(anna, id)).toMatchObject({ status: 409, body: { code: 'notBegun' } })
  })

  // Guarantees that stopping early is never dearer than having booked just that.
  test('costs what having booked exactly that would have cost', async () => {
    const anna = await town.resident()
    const bram = await town.resident()
    const long = await started(anna, { end: at('18:00') })
    await start(bram, { end: at('10:27') })
    town.now = town.now.add({ minutes: 27 })
    await stop(anna, long.id)
    expect(await balanceOf(anna)).toBe(await balanceOf(bram))
  })
})

describe('extending a session', () => {
  test('E3: prices the whole again and charges the difference', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('11:00') })
    town.now = town.now.add({ minutes: 25 })
    const { status, body } = await extend(anna, id, at('12:00'))
    expect([status, body.end, body.cost.value]).toEqual([200, utc('12:00'), 480])
    expect(await balanceOf(anna)).toBe(100_00 - 480)
  })

  test('E3: is done with a planned one too', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { start: at('14:00'), end: at('15:00') })
    expect(await extend(anna, id, at('16:00'))).toMatchObject({ body: { state: 'planned' } })
  })

  test('can be done again and again', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { end: at('11:00') })
    for (const end of ['12:00', '13:00', '14:00']) await extend(anna, id, at(end))
    await stop(anna, id)
    expect(await balanceOf(anna)).toBe(100_00)
  })
})

describe('deleting a session', () => {
  test('E4: gives back the whole cost of a planned one, which is gone', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { start: at('14:00'), end: at('15:00') })
    expect((await remove(anna, id)).status).toBe(204)
    expect(await balanceOf(anna)).toBe(100_00)
    const { body } = await anna.call('GET /parking-sessions')
    expect(body.parkingSessions).toEqual([])
    expect(await remove(anna, id)).toMatchObject({ status: 404 })
  })

  test('makes its plate free again', async () => {
    const anna = await town.resident()
    const again = { start: at('14:00'), end: at('15:00') }
    const { id } = await started(anna, again)
    await remove(anna, id)
    expect(await start(anna, again)).toMatchObject({ status: 201 })
  })

  test('is refused once it began', async () => {
    const anna = await town.resident()
    const { id } = await started(anna, { start: at('10:15'), end: at('10:30') })
    town.now = Temporal.Instant.from(at('10:15'))
    expect(await remove(anna, id)).toMatchObject({ status: 409, body: { code: 'alreadyBegun' } })
    town.now = Temporal.Instant.from(at('10:30'))
    expect(await remove(anna, id)).toMatchObject({ status: 409, body: { code: 'sessionEnded' } })
    expect(await balanceOf(anna)).toBe(100_00 - 60)
  })
})

test('what is not theirs is not found, and nothing changes', async () => {
  const anna = await town.resident()
  const eve = await town.resident()
  const { id } = await started(anna, { end: at('12:00') })
  const asEve = { ...eve, productId: anna.productId }
  const answers = [
    await start(asEve, {}),
    await stop(eve, id),
    await extend(eve, id, at('13:00')),
    await remove(eve, id),
    await eve.call('GET /products/{productId}/parking-sessions', {
      params: { productId: anna.productId },
    }),
  ]
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } })
  expect(await balanceOf(anna)).toBe(100_00 - 480)
})

test('every change is in the audit trail, and no plate', async () => {
  const anna = await town.resident()
  const { id } = await started(anna, { number: 'SECRET1', start: at('10:00'), end: at('11:00') })
  await extend(anna, id, at('12:00'))
  await stop(anna, id)
  const trail = await town.db
    .selectFrom('audit_entries')
    .selectAll()
    .where('organisation_id', '=', anna.organisationId)
    .orderBy('id')
    .execute()
  expect(trail.map(({ action, account_id }) => [action, account_id])).toEqual([
    ['sessionStarted', anna.accountId],
    ['sessionExtended', anna.accountId],
    ['sessionStopped', anna.accountId],
  ])
  expect(JSON.stringify(trail)).not.toContain('SECRET1')
})

type Wish = { readonly number?: string; readonly start?: string; readonly end?: string }

function start({ call, productId }: Resident, { number = 'GBB01B', ...wish }: Wish) {
  const body = { plate: { number }, ...wish }
  return call('POST /products/{productId}/parking-sessions', { params: { productId }, body })
}

async function started(resident: Resident, wish: Wish) {
  const { status, body } = await start(resident, wish)
  expect(status).toBe(201)
  return body
}

function extend({ call }: Resident, parkingSessionId: string, end: string) {
  const sent = { params: { parkingSessionId }, body: { end } }
  return call('POST /parking-sessions/{parkingSessionId}/_extend', sent)
}

async function balanceOf({ call, productId }: Resident): Promise<number> {
  const { body } = await call('GET /products/{productId}', { params: { productId } })
  return body.balance.value
}

/** On the Monday of these tests. */
function at(time: string): string {
  return `2026-03-02T${time}:00+01:00`
}

function utc(time: string): string {
  return Temporal.Instant.from(at(time)).toString()
}
