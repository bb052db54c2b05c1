/** Every "no" of the rules of parking over HTTP: that it is said, what it offers, and that nothing changed. */
import { problemTexts } from '@2park/contract/problem-texts'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Given } from '../../../test/arrange.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

const valid = { start: instant('2026-01-01T00:00'), end: instant('2026-03-02T12:00') }
const over = { start: instant('2026-01-01T00:00'), end: instant('2026-03-01T00:00') }
const noRight = { rightPossible: false }
const halfDay = { fromMinute: 9 * 60, untilMinute: 12 * 60 }

describe('starting a session is refused', () => {
  test.each<{ code: string; given: Given; wish: Wish; because: string }>([
    { code: 'blocked', given: { blockedAt: mondayAtTen }, wish: {}, because: 'it is blocked' },
    { code: 'expired', given: { valid: over }, wish: {}, because: 'it was valid until yesterday' },
    { code: 'validity', given: { valid }, wish: { end: at('13:00') }, because: 'it ends at 12:00' },
    { code: 'startInPast', given: {}, wish: { start: at('09:59') }, because: 'it is 10:00' },
    { code: 'endBeforeStart', given: {}, wish: { end: at('09:59') }, because: 'it is 10:00' },
    { code: 'endBeforeStart', given: {}, wish: { end: at('10:00') }, because: 'no time is none' },
    {
      code: 'tooFarAhead',
      given: { rules: { maxDaysAhead: 1 } },
      wish: { start: at('10:00', '2026-03-04'), end: at('11:00', '2026-03-04') },
      because: 'the day after tomorrow is too far',
    },
    {
      code: 'tooFarAhead',
      given: {},
      wish: { end: '2999-01-01T00:00:00Z' },
      because: 'nobody plans a thousand years ahead',
    },
    { code: 'noRightPossible', given: { frame: noRight }, wish: {}, because: 'none can be had' },
    {
      code: 'endOfDay',
      given: { rules: { endOfDayDeactivation: true } },
      wish: { end: at('10:00', '2026-03-03') },
      because: 'sessions end with the day',
    },
    {
      code: 'maxDuration',
      given: { rules: { maxDurationSeconds: 3600 } },
      wish: { end: at('11:01') },
      because: 'an hour is the longest',
    },
    {
      code: 'maxDuration',
      given: { frame: { ...halfDay, longestStayMinutes: 60 } },
      wish: { end: at('11:30') },
      because: 'the register lets one stay an hour',
    },
    {
      code: 'balance',
      given: { balance: 239 },
      wish: { end: at('11:00') },
      because: 'it costs 2.40',
    },
  ])('G3, G5: with $code: $because', async ({ code, given, wish }) => {
    const anna = await town.resident(given)
    const { status, headers, body } = await start(anna, wish)
    expect([status, body.code, body.type]).toEqual([409, code, `urn:2park:problem:${code}`])
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(body.reasons?.map((reason) => reason.code)).toContain(code)
    await expectNothingChanged(anna, given.balance ?? 100_00)
  })

  test('with plateAlreadyParked while the plate is parked on the same product', async () => {
    const anna = await town.resident()
    const { body: first } = await start(anna, { end: at('11:00') })
    const { body } = await start(anna, { end: at('12:00') })
    expect(body.code).toBe('plateAlreadyParked')
    expect(body.alternatives?.map(({ kind }) => kind)).toEqual(['extendExisting', 'later'])
    expect(body.alternatives?.[0]?.parkingSessionId).toBe(first.id)
  })

  test('with tooSoonAgain within the least interruption of one plate', async () => {
    const anna = await town.resident({ frame: { leastInterruptionMinutes: 30 } })
    const { body: first } = await start(anna, { end: at('10:20') })
    await stop(anna, first.id)
    town.now = instant('2026-03-02T10:10')
    const { body } = await start(anna, { end: at('11:00') })
    expect(body.code).toBe('tooSoonAgain')
    expect(body.alternatives?.[0]).toMatchObject({ kind: 'later', start: utc('10:30') })
  })

  test('with maxConcurrent and the Dutch text of R3, when every place is taken', async () => {
    const anna = await town.resident({ rules: { maxConcurrent: 1 } })
    await start(anna, { end: at('11:00') })
    const { body } = await start(anna, { number: 'OTHER1', end: at('12:00') })
    expect(body.code).toBe('maxConcurrent')
    expect(body.title).toBe('Het maximum aantal gelijktijdige acties overschreden')
    expect(body.alternatives?.map(({ kind }) => kind)).toContain('later')
  })

  test('with the Dutch text of R1 and what is missing, when the balance is too low', async () => {
    const anna = await town.resident({ balance: 100 })
    const { body } = await start(anna, { end: at('11:00') })
    expect(body.title).toBe(
      'Uw saldo is niet toereikend om op dit moment een parkeeractie te starten.',
    )
    expect(body.shortfall).toEqual({ unit: 'money', value: 140 })
    // G2: the longest time that 1.00 affords at 0.04 a minute.
    expect(body.alternatives?.[0]).toMatchObject({
      kind: 'shorter',
      end: utc('10:25'),
      charge: { value: 100 },
      balanceAfter: { value: 0 },
    })
  })

  test('B5: in English for whoever asks for it', async () => {
    const anna = await town.resident({ balance: 0 })
    const { body, headers } = await start(anna, { end: at('11:00'), language: 'en-GB, nl;q=0.5' })
    expect(body).toMatchObject(problemTexts.balance.en)
    expect(body.reasons).toEqual([{ code: 'balance', ...problemTexts.balance.en }])
    expect(headers['content-language']).toBe('en')
  })

  test('G5: with every reason at once, and alternatives that are accepted as they stand', async () => {
    const anna = await town.resident({ balance: 100, rules: { maxDurationSeconds: 1800 } })
    const { body } = await start(anna, { end: at('12:00') })
    expect(body.reasons?.map(({ code }) => code)).toEqual(['maxDuration', 'balance'])
    const [first] = body.alternatives ?? []
    const taken = await start(anna, {
      ...(first?.start && { start: first.start }),
      end: first?.end,
    })
    expect(taken).toMatchObject({ status: 201, body: { end: first?.end, cost: first?.price } })
  })
})

describe('extending a session is refused', () => {
  test.each<{ code: string; given: Given; end: string }>([
    { code: 'extensionNotAllowed', given: { rules: { extensionAllowed: false } }, end: '12:00' },
    { code: 'endNotLater', given: {}, end: '10:30' },
    { code: 'endNotLater', given: {}, end: '09:00' },
    { code: 'validity', given: { valid }, end: '12:30' },
    { code: 'maxDuration', given: { rules: { maxDurationSeconds: 3600 } }, end: '11:30' },
    { code: 'balance', given: { balance: 240 }, end: '11:30' },
  ])('E3: with $code', async ({ code, given, end }) => {
    const anna = await town.resident(given)
    const { body: session } = await start(anna, { end: at('11:00') })
    const { status, body } = await extend(anna, session.id, at(end))
    expect([status, body.code]).toEqual([409, code])
    const params = { productId: anna.productId }
    const after = await anna.call('GET /products/{productId}/parking-sessions', { params })
    expect(after.body.parkingSessions).toEqual([session])
  })

  test('with sessionEnded once it ended, today or long ago', async () => {
    const anna = await town.resident()
    const { body: session } = await start(anna, { end: at('10:20') })
    town.now = instant('2026-03-02T10:20')
    expect((await extend(anna, session.id, at('11:00'))).body.code).toBe('sessionEnded')
    town.now = instant('2026-03-09T10:30')
    const later = await town.signIn(anna)
    expect((await extend(later, session.id, at('11:00'))).body.code).toBe('sessionEnded')
    expect((await stop(later, session.id)).body.code).toBe('sessionEnded')
  })
})

type Wish = {
  readonly number?: string
  readonly start?: string
  readonly end?: string | undefined
  readonly language?: string
}

function start({ call, productId }: Resident, { number = 'GBB01B', language, ...wish }: Wish) {
  const sent = { params: { productId }, body: { plate: { number }, ...wish } }
  const headers = { ...(language && { 'accept-language': language }) }
  return call('POST /products/{productId}/parking-sessions', { ...sent, headers })
}

function stop({ call }: Resident, parkingSessionId: string) {
  return call('POST /parking-sessions/{parkingSessionId}/_stop', { params: { parkingSessionId } })
}

function extend({ call }: Resident, parkingSessionId: string, end: string) {
  const sent = { params: { parkingSessionId }, body: { end } }
  return call('POST /parking-sessions/{parkingSessionId}/_extend', sent)
}

async function expectNothingChanged({ call, productId }: Resident, balance: number) {
  const { body } = await call('GET /products/{productId}', { params: { productId } })
  expect(body.balance.value).toBe(balance)
  expect(body.counts).toEqual({ running: 0, planned: 0 })
}

function at(time: string, day = '2026-03-02'): string {
  return `${day}T${time}:00+01:00`
}

function utc(time: string): string {
  return Temporal.Instant.from(at(time)).toString()
}

function instant(local: string): Temporal.Instant {
  return Temporal.Instant.from(`${local}:00+01:00`)
}
