import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMoment, anyRules, anySeconds, anyTariff } from '../test/any-tariff.ts'
import { afford } from './afford.ts'
import { amount, sum } from './amount.ts'
import { decimal } from './decimal.ts'
import { contains, endOfDay, interval, isBefore, type Interval } from './interval.ts'
import { endOfPaidHours, nextPaidStart, paidPeriods } from './paid-hours.ts'
import { price } from './price.ts'
import type { AreaRules } from './regulation.ts'
import { longestStayEnd } from './stay.ts'
import { compileTariff, type Tariff } from './tariff.ts'

/** Two stretches of time, the second from where the first ends. */
const anyTwo = fc.record({ start: anyMoment, first: anySeconds, second: anySeconds })

test('F4: the lines are in order, lie within what was parked, and sum to the total', () => {
  fc.assert(
    fc.property(anyTariff, anyMoment, anySeconds, (tariff, start, seconds) => {
      const parked = interval(start, start.add({ seconds }))
      const { total, paidSeconds, lines } = price(tariff, parked)
      expect(sum(lines.map((line) => line.amount))).toBe(total)
      expect(lines.reduce((all, line) => all + line.paidSeconds, 0)).toBe(paidSeconds)
      let reached = start
      for (const line of lines) {
        expect(contains(interval(reached, parked.end), line)).toBe(true)
        expect(line.paidSeconds).toBe(secondsOf(line))
        expect(line.amount).toBeGreaterThanOrEqual(0)
        reached = line.end
      }
    }),
  )
})

test('F4: the paid time is the time in paid hours', () => {
  fc.assert(
    fc.property(anyTariff, anyMoment, anySeconds, (tariff, start, seconds) => {
      const parked = interval(start, start.add({ seconds }))
      const paid = paidPeriods(tariff, parked).map(secondsOf)
      expect(price(tariff, parked).paidSeconds).toBe(paid.reduce((all, each) => all + each, 0))
      const first = nextPaidStart(tariff, parked.start, parked.end)
      expect(first?.toString()).toBe(paidPeriods(tariff, parked)[0]?.start.toString())
    }),
  )
})

test('E3: a longer session never costs less', () => {
  fc.assert(
    fc.property(anyTariff, anyTwo, (tariff, { start, first, second }) => {
      const shorter = totalOf(tariff, start, first)
      expect(totalOf(tariff, start, first + second)).toBeGreaterThanOrEqual(shorter)
    }),
  )
})

test('P2: in two sessions the paid time is the same, and actions are not fewer', () => {
  fc.assert(
    fc.property(anyRules, anyTwo, (rules, two) => {
      const time = compileTariff({ rules, unit: 'time' })
      expect(totalInTwo(time, two)).toBe(totalOf(time, two.start, two.first + two.second))
      const count = compileTariff({ rules, unit: 'count' })
      const inOne = totalOf(count, two.start, two.first + two.second)
      expect(totalInTwo(count, two)).toBeGreaterThanOrEqual(inOne)
    }),
  )
})

// Guarantees that nobody is rewarded for starting again and again, under a fare of one price in
// whole cents. Under a progressive fare that is another matter, and meant to be.
test('P2: under a plain fare two sessions never cost less than one', () => {
  fc.assert(
    fc.property(anyRules, anyTwo, (rules, two) => {
      const tariff = compileTariff({ rules: plain(rules), unit: 'money' })
      const inOne = totalOf(tariff, two.start, two.first + two.second)
      expect(totalInTwo(tariff, two)).toBeGreaterThanOrEqual(inOne)
    }),
  )
})

test('G2: a balance lasts until a second before it would be too little', () => {
  const anyBalance = fc.integer({ min: 0, max: 40_000 })
  fc.assert(
    fc.property(anyTariff, fc.tuple(anyMoment, anySeconds), anyBalance, (tariff, when, balance) => {
      const [start, seconds] = when
      const budget = amount(tariff.unit === 'count' ? balance % 3 : balance)
      const end = afford(tariff, { start, budget, horizon: start.add({ seconds }) })
      const lasts = secondsOf(interval(start, end))
      expect(totalOf(tariff, start, lasts)).toBeLessThanOrEqual(budget)
      expect(lasts === seconds || totalOf(tariff, start, lasts + 1) > budget).toBe(true)
      expect(lasts).toBeLessThanOrEqual(seconds)
    }),
  )
})

test('G1: the end of the paid hours is where paid time ends, or midnight', () => {
  fc.assert(
    fc.property(anyRules, anyMoment, (rules, at) => {
      const tariff = compileTariff({ rules, unit: 'time' })
      const end = endOfPaidHours(tariff, at)
      expect(isBefore(at, end)).toBe(true)
      const isPaidBefore = totalOf(tariff, end.subtract({ seconds: 1 }), 1) === 1
      expect(isPaidBefore || end.equals(endOfDay(at, rules.timeZone))).toBe(true)
    }),
  )
})

test('G3: without a longest stay in the rules, nothing forces an end', () => {
  fc.assert(
    fc.property(anyTariff, anyMoment, (tariff, start) => {
      expect(longestStayEnd(tariff, start)).toBeUndefined()
    }),
  )
})

test('the order in which days are asked about changes nothing', () => {
  fc.assert(
    fc.property(anyRules, anyMoment, anyMoment, (rules, start, elsewhere) => {
      const asked = compileTariff({ rules, unit: 'money' })
      // Days 512 apart share a place in the memory.
      totalOf(asked, elsewhere.add({ hours: 512 * 24 }), 20 * 86_400)
      const fresh = compileTariff({ rules, unit: 'money' })
      expect(totalOf(asked, start, 86_400)).toBe(totalOf(fresh, start, 86_400))
    }),
  )
})

type Two = { readonly start: Temporal.Instant; readonly first: number; readonly second: number }

function totalInTwo(tariff: Tariff, { start, first, second }: Two): number {
  return totalOf(tariff, start, first) + totalOf(tariff, start.add({ seconds: first }), second)
}

function totalOf(tariff: Tariff, start: Temporal.Instant, seconds: number): number {
  return price(tariff, interval(start, start.add({ seconds }))).total
}

function secondsOf({ start, end }: Interval): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 1000
}

function plain(rules: AreaRules): AreaRules {
  const [first] = rules.fares.flatMap(({ parts }) => parts)
  const part = { stepMinutes: first?.stepMinutes ?? 1, amountPerStep: decimal('0.07') }
  const valid = { from: Temporal.PlainDate.from('2020-01-01') }
  const regulations = rules.regulations.map(({ regulation: { code, timeFrames } }) => ({
    valid,
    regulation: { code, valid, timeFrames },
  }))
  const fares = ['A', 'B'].map((code) => ({ code, parts: [{ valid, fromMinute: 0, ...part }] }))
  return { ...rules, regulations, fares }
}
