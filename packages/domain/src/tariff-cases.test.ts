import { expect, test } from 'vitest'
import { momentIn, momentText } from '../test/case-tables.ts'
import { amountIn, registerTariff, rowsWith, tariffOf } from '../test/tariff-cases.ts'
import { afford } from './afford.ts'
import { interval } from './interval.ts'
import { endOfPaidHours } from './paid-hours.ts'
import { price } from './price.ts'
import { longestStayEnd } from './stay.ts'

const noon = momentIn('Wed 2026-06-03 12:00')
const prices = rowsWith('price')

test.each(prices.filter(({ minutes }) => minutes))(
  'P2: $minutes minutes at $fare cost $price: $because',
  (row) => {
    const parked = interval(noon, noon.add({ minutes: Number(row['minutes']) }))
    expect(price(registerTariff(row), parked).total).toBe(amountIn(row['price'] ?? '', row))
  },
)

test.each(prices.filter(({ area }) => area))(
  'F4: $area, $from to $until costs $price: $because',
  (row) => {
    const parked = interval(momentIn(row['from']), momentIn(row['until']))
    expect(price(tariffOf(row), parked).total).toBe(amountIn(row['price'] ?? '', row))
  },
)

test.each(rowsWith('lasts until'))(
  'G2: $area, how long $balance lasts from $from: $because',
  (row) => {
    const budget = amountIn(row['balance'] ?? '', row)
    const asked = { start: momentIn(row['from']), budget, horizon: momentIn(row['limit']) }
    expect(momentText(afford(tariffOf(row), asked))).toBe(row['lasts until'])
  },
)

test.each(rowsWith('paid hours end'))('G1: $area, the day at $at: $because', (row) => {
  const end = endOfPaidHours(tariffOf(row), momentIn(row['at']))
  expect(momentText(end)).toBe(row['paid hours end'])
})

test.each(rowsWith('leaves by'))('G3: $area, from $from: $because', (row) => {
  expect(momentText(longestStayEnd(tariffOf(row), momentIn(row['from'])))).toBe(row['leaves by'])
})
