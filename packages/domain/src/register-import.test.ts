import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from './decimal.ts'
import { importRegister, type RegisterRows } from './register-import.ts'

const nothing: RegisterRows = { regeling: [], tijdvak: [], tariefberekening: [], tariefdeel: [] }
const regeling = { regulationid: 'REG', regulationdesc: 'Centre', startdateregulation: '20200101' }
const tarief = {
  farecalculationcode: 'TAR',
  farecalculationdesc: '2,40',
  startdatefare: '20200101',
}
const tijdvak = {
  regulationid: 'REG',
  daytimeframe: 'MAANDAG',
  starttimetimeframe: '900',
  endtimetimeframe: '1800',
  claimrightpossible: 'J',
  farecalculationcode: 'TAR',
  maxdurationright: '0',
  startdatetimeframe: '20230918142140',
  enddatetimeframe: '29991231235959',
}
const tariefdeel = {
  farecalculationcode: 'TAR',
  startdatefarepart: '20260101',
  enddatefarepart: '29991231',
  startdurationfarepart: '0',
  enddurationfarepart: '999999',
  stepsizefarepart: '1',
  amountfarepart: '0.04000000',
}
const undated = {
  ...tariefdeel,
  startdatefarepart: '',
  enddatefarepart: '',
  enddurationfarepart: '',
}

describe('what is read', () => {
  test('a frame of the register is a frame of ours', () => {
    const limits = {
      maxdurationright: '120',
      minparkinginterruption: '15',
      resetdurationtimeframe: '60',
    }
    expect(frames([{ ...tijdvak, ...limits }])).toEqual([
      {
        day: { weekday: 1 },
        valid: { from: Temporal.PlainDate.from('2023-09-18') },
        fromMinute: 540,
        untilMinute: 1080,
        rightPossible: true,
        fareCode: 'TAR',
        longestStayMinutes: 120,
        leastInterruptionMinutes: 15,
        resetMinutes: 60,
      },
    ])
  })

  test('a day name that is no weekday is a day of the town itself', () => {
    const [frame] = frames([{ ...tijdvak, daytimeframe: 'VOETBAL1430' }])
    expect(frame?.day).toEqual({ specialDay: 'VOETBAL1430' })
  })

  test.each`
    start               | end                          | valid                           | because
    ${'20230918'}       | ${'20240101'}                | ${['2023-09-18', '2024-01-01']} | ${'one set has dates'}
    ${'20230918142140'} | ${'20240101093000'}          | ${['2023-09-18', '2024-01-01']} | ${'another has local times'}
    ${'2023-09-18'}     | ${'2024-01-01T00:00:00.000'} | ${['2023-09-18', '2024-01-01']} | ${'a third has ISO 8601'}
    ${'20230918'}       | ${'20231231235959'}          | ${['2023-09-18', '2024-01-01']} | ${'a last second is a midnight'}
    ${'20230918'}       | ${'29991231000000'}          | ${['2023-09-18', undefined]}    | ${'2999 is never'}
    ${'20230918'}       | ${'2099-01-01'}              | ${['2023-09-18', undefined]}    | ${'and so is 2099'}
    ${'20230918'}       | ${''}                        | ${['2023-09-18', undefined]}    | ${'and so is nothing'}
  `('$start to $end is $valid: $because', ({ start, end, valid }) => {
    const [frame] = frames([{ ...tijdvak, startdatetimeframe: start, enddatetimeframe: end }])
    expect([frame?.valid.from.toString(), frame?.valid.until?.toString()]).toEqual(valid)
  })

  test('every version of a fare is kept', () => {
    const old = { startdatefarepart: '20111118', enddatefarepart: '20120101' }
    const { fares } = imported({ tariefdeel: [tariefdeel, { ...tariefdeel, ...old }] })
    expect(fares[0]?.parts.map(({ valid }) => String(valid.from))).toEqual([
      '2011-11-18',
      '2026-01-01',
    ])
  })

  test('where a dump lost its dates and ends, a part ends where the next begins', () => {
    const later = { ...undated, startdurationfarepart: '90', amountfarepart: '0.045' }
    const { fares, rejected } = imported({ tariefdeel: [later, undated, later, undated] })
    const valid = { from: Temporal.PlainDate.from('2020-01-01') }
    expect(rejected).toEqual([])
    expect(fares[0]?.parts).toEqual([
      { valid, fromMinute: 0, untilMinute: 90, stepMinutes: 1, amountPerStep: decimal('0.04') },
      { valid, fromMinute: 90, stepMinutes: 1, amountPerStep: decimal('0.045') },
    ])
  })

  test('an area has the regulations of each use, and a day a name', () => {
    const area = { areaid: '10100', areadesc: 'Nieuw Welgelegen', startdatearea: '20111118' }
    const link = { areaid: '10100', usageid: 'BEZOEKP', regulationid: 'REG' }
    const { areas, specialDays, rejected } = imported({
      gebied: [area],
      gebiedregeling: [{ ...link, startdatearearegulation: '20130522120359' }],
      specialedag: [{ datespecialday: '20260405', namespecialday: 'FEEST GRAT' }],
    })
    expect(rejected).toEqual([])
    expect(areas).toMatchObject([
      { name: 'Nieuw Welgelegen', regulations: [{ usage: 'BEZOEKP', regulationCode: 'REG' }] },
    ])
    const date = Temporal.PlainDate.from('2026-04-05')
    expect(specialDays).toEqual([{ date, name: 'FEEST GRAT' }])
  })

  test('the most that a day can cost is read, and 0 is none', () => {
    const withMaximum = (maximumdaycharge: string) =>
      imported({ regeling: [{ ...regeling, maximumdaycharge }] }).regulations[0]?.maximumPerDay
    expect([withMaximum('22.50'), withMaximum('0.00')]).toEqual([decimal('22.5'), undefined])
  })

  test('rows of another municipality are passed over, and no error', () => {
    const { regulations, rejected } = importRegister(
      { ...nothing, regeling: [{ ...regeling, areamanagerid: '518' }] },
      '599',
    )
    expect([regulations, rejected]).toEqual([[], []])
  })
})

describe('what is rejected, and refuses nothing else', () => {
  test.each`
    change                                    | reason                         | because
    ${{ starttimetimeframe: '960' }}          | ${'no time of the day'}        | ${'an hour has sixty minutes'}
    ${{ endtimetimeframe: '2401' }}           | ${'no time of the day'}        | ${'a day ends at 2400'}
    ${{ endtimetimeframe: '900' }}            | ${'ends before'}               | ${'a frame has a length'}
    ${{ starttimetimeframe: '9:00' }}         | ${'no whole number'}           | ${'a time is a number'}
    ${{ starttimetimeframe: undefined }}      | ${'no row of strings'}         | ${'every value is a string'}
    ${{ daytimeframe: '' }}                   | ${'is missing'}                | ${'a frame has a day'}
    ${{ claimrightpossible: 'X' }}            | ${'not J or N'}                | ${'it is yes or no'}
    ${{ claimrightpossible: 'N' }}            | ${'no right can be had'}       | ${'what can’t be had has no price'}
    ${{ farecalculationcode: 'TAR99' }}       | ${'unknown fare code'}         | ${'a price must be known'}
    ${{ regulationid: 'REG99' }}              | ${'unknown regulation'}        | ${'it belongs to none'}
    ${{ startdatetimeframe: '20230230' }}     | ${'no date'}                   | ${'February has no thirtieth'}
    ${{ startdatetimeframe: '' }}             | ${'is missing'}                | ${'a frame has a start'}
    ${{ enddatetimeframe: '20230918150000' }} | ${'not valid for a whole day'} | ${'it was mended the same day'}
    ${{}}                                     | ${'overlaps'}                  | ${'it is the same frame again'}
    ${{ endtimetimeframe: '901' }}            | ${'overlaps'}                  | ${'a minute is shared'}
  `('a frame with $change: $because', ({ change, reason }) => {
    const rows = { tijdvak: [tijdvak, { ...tijdvak, ...change }] }
    const { regulations, rejected } = imported(rows)
    expect(regulations[0]?.timeFrames).toHaveLength(1)
    expect(rejected).toMatchObject([{ set: 'tijdvak', index: 1 }])
    expect(rejected[0]?.reason).toContain(reason)
  })

  test('of a frame from another date it is a version, and both are kept', () => {
    const later = { ...tijdvak, startdatetimeframe: '20250101000000' }
    expect(frames([tijdvak, later])).toHaveLength(2)
  })

  test.each`
    parts                                        | reason                   | because
    ${[{ enddurationfarepart: '90' }]}           | ${'do not chain'}        | ${'nothing is known after 90 minutes'}
    ${[{ startdurationfarepart: '5' }]}          | ${'do not chain'}        | ${'nor of the first five'}
    ${[{}, { amountfarepart: '0.05' }]}          | ${'nothing tells apart'} | ${'it has two prices'}
    ${[{}, {}, { startdurationfarepart: '90' }]} | ${'nothing tells apart'} | ${'two versions, and one is shorter'}
    ${[{ stepsizefarepart: '0' }]}               | ${'stepsizefarepart'}    | ${'a step has a length'}
    ${[{ amountfarepart: '1,50' }]}              | ${'no amount'}           | ${'the register writes a point'}
  `('a fare with the parts $parts: $because', ({ parts, reason }) => {
    const rows = parts.map((part: object) => ({ ...undated, ...part }))
    const { fares, regulations, rejected } = imported({ tariefdeel: rows, tijdvak: [tijdvak] })
    expect(fares).toEqual([])
    expect(rejected.map(({ set }) => set)).toContain('tariefberekening')
    expect(rejected.map((row) => row.reason).join()).toContain(reason)
    // That the time is paid is known still: a product type may bring a fare of its own.
    expect(regulations[0]?.timeFrames).toMatchObject([{ fareCode: 'TAR' }])
  })

  test('anything at all, and is told why', () => {
    const anyRow = fc.oneof(
      fc.anything(),
      fc.record({ areamanagerid: fc.constant('599'), regulationid: fc.string() }),
      fc.dictionary(fc.constantFrom(...Object.keys(tijdvak)), fc.string()),
    )
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const { rejected } = importRegister({ ...nothing, tijdvak: rows, tariefdeel: rows }, '599')
        expect(rejected.every(({ reason }) => reason !== '')).toBe(true)
      }),
    )
  })

  test('what is no row at all', () => {
    const { rejected } = importRegister({ ...nothing, regeling: [null, 'REG', [], {}] }, '599')
    expect(rejected.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  })
})

describe('the rows of the reference documentation', () => {
  const folder = new URL('../../../docs/reference/register-rows/', import.meta.url)
  const rows = { ...nothing }
  for (const file of readdirSync(folder)) {
    const set = file.replace('.json', '')
    Object.assign(rows, { [set]: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) })
  }

  test.each(['14', '268', '344', '518', '599', '772'])('of manager %s are all read', (manager) => {
    const { fares, rejected } = importRegister(rows, manager)
    expect(rejected).toEqual([])
    expect(fares).not.toEqual([])
  })
})

/** What is made of these rows, with the regulation REG and the fare TAR around them. */
function imported(rows: Partial<RegisterRows>) {
  const all = { ...nothing, regeling: [regeling], tariefberekening: [tarief] }
  const sets = { ...all, tariefdeel: [tariefdeel], ...rows }
  const owned = Object.entries(sets).map(([set, each]) => [
    set,
    each.map((row) => Object.assign({ areamanagerid: '599' }, row)),
  ])
  return importRegister(Object.fromEntries(owned), '599')
}

function frames(tijdvakken: readonly unknown[]) {
  return imported({ tijdvak: tijdvakken }).regulations[0]?.timeFrames ?? []
}
