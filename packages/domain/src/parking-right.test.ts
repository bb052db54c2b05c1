import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casesOf, momentIn, momentText, type Row } from '../test/case-tables.ts'
import { interval } from './interval.ts'
import {
  parkingRightAt,
  type ActivePlate,
  type ParkedPlate,
  type RightsOfProduct,
} from './parking-right.ts'
import { plate } from './plate.ts'
import { productKinds } from './product-kind.ts'

const rowsWith = casesOf('parking-right-cases.md')
const example = rowsWith('blocked at').map(productOf)

test.each(rowsWith('right until'))('H2, H3, O1: $plate at $at: $because', (row) => {
  const right = parkingRightAt(example, plate(row['plate'] ?? ''), momentIn(row['at']))
  const told = right
    ? { kind: right.kind, until: momentText(right.until) }
    : { kind: 'none', until: '' }
  expect(told).toEqual({ kind: row['right on'], until: row['right until'] })
})

describe('whatever happened', () => {
  test('H2: a resident product is held by at most one plate at any moment', () => {
    fc.assert(
      fc.property(anyResidentProduct, fc.nat(100), (product, minute) => {
        const holders = plates.filter((each) => parkingRightAt([product], each, after(minute)))
        expect(holders.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a right holds until the moment it tells, and not in it', () => {
    fc.assert(
      fc.property(
        fc.array(anyResidentProduct, { maxLength: 3 }),
        fc.nat(100),
        (products, minute) => {
          const right = parkingRightAt(products, own, after(minute))
          if (!right) return
          const last = right.until.subtract({ seconds: 1 })
          expect(parkingRightAt(products, own, last)?.until).toEqual(right.until)
          expect(parkingRightAt(products, own, right.until)).toBeUndefined()
        },
      ),
    )
  })
})

const own = plate('OWN-1')
const plates = [own, plate('OWN-2'), plate('RENT-1')]

/** Stretches that follow one another, some with a gap between them. */
const anyStretches = fc
  .array(fc.tuple(fc.nat(5), fc.nat(20), fc.constantFrom(...plates)), { maxLength: 6 })
  .map((parts) => {
    let minute = 0
    return parts.map(([gap, length, whose]) => {
      const start = minute + gap
      minute = start + length
      return { plate: whose, during: interval(after(start), after(minute)) }
    })
  })

const anyResidentProduct = fc
  .tuple(anyStretches, anyStretches, fc.option(fc.nat(100), { nil: undefined }))
  .map(([active, sessions, blocked]): RightsOfProduct => ({
    kind: 'temporaryPlate',
    valid: interval(after(5), after(90)),
    blockedAt: blocked === undefined ? undefined : after(blocked),
    activePlates: active.map(({ plate: whose, during }) => ({
      plate: whose,
      from: during.start,
      until: during.end,
    })),
    sessions,
  }))

function after(minutes: number): Temporal.Instant {
  return Temporal.Instant.from('2026-03-02T09:00:00Z').add({ minutes })
}

function productOf(row: Row): RightsOfProduct {
  const isOf = (each: Row) => each['product'] === row['product']
  const kind = productKinds.find((each) => each === row['kind'])
  if (!kind) throw new Error(`no such kind: ${row['kind']}`)
  return {
    kind,
    valid: interval(momentIn(row['valid from']), momentIn(row['valid until'])),
    blockedAt: row['blocked at'] ? momentIn(row['blocked at']) : undefined,
    activePlates: rowsWith('active plate').filter(isOf).map(activePlateOf),
    sessions: rowsWith('parked plate').filter(isOf).map(sessionOf),
  }
}

function activePlateOf(row: Row): ActivePlate {
  const until = row['active until'] ? momentIn(row['active until']) : undefined
  return { plate: plate(row['active plate'] ?? ''), from: momentIn(row['active from']), until }
}

function sessionOf(row: Row): ParkedPlate {
  const during = interval(momentIn(row['parked from']), momentIn(row['parked until']))
  return { plate: plate(row['parked plate'] ?? ''), during }
}
