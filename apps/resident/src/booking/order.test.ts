import { expect, test } from 'vitest'
import { type Alternative, type Order, orderOf } from './order.ts'

const money = (value: number) => ({ unit: 'money' as const, value })
const alternative: Alternative = {
  kind: 'later',
  start: '2026-11-23T12:00:00Z',
  end: '2026-11-23T13:00:00Z',
  during: { start: '2026-11-23T12:00:00Z', end: '2026-11-23T13:00:00Z' },
  price: money(120),
  charge: money(120),
  balanceAfter: money(0),
}
const refused: Order = {
  kind: 'start',
  productId: 'p',
  request: { plate: { number: '12GBB3', country: 'NL' }, end: '2026-11-23T23:00:00Z' },
}

test('G5: taking an alternative keeps the plate and takes its times', () => {
  expect(orderOf(alternative, refused)).toEqual({
    kind: 'start',
    productId: 'p',
    request: {
      plate: { number: '12GBB3', country: 'NL' },
      start: '2026-11-23T12:00:00Z',
      end: '2026-11-23T13:00:00Z',
    },
  })
})

test('G5: an alternative without a start means now, and sends none', () => {
  const { start: _, ...now } = alternative
  expect(orderOf({ ...now, kind: 'shorter' }, refused)).not.toHaveProperty('request.start')
})

test('G5: the alternative of extending an existing session extends it', () => {
  expect(
    orderOf({ ...alternative, kind: 'extendExisting', parkingSessionId: 's' }, refused),
  ).toEqual({ kind: 'extend', parkingSessionId: 's', end: '2026-11-23T13:00:00Z' })
})

test('G5: an alternative to an extension extends the same session', () => {
  const extension: Order = { kind: 'extend', parkingSessionId: 's', end: '2026-11-24T23:00:00Z' }
  expect(orderOf({ ...alternative, kind: 'shorter' }, extension)).toEqual({
    kind: 'extend',
    parkingSessionId: 's',
    end: '2026-11-23T13:00:00Z',
  })
})

test('O2: an alternative is for the location that was asked for', () => {
  const there = { ...refused, request: { ...refused.request, location: 'street' } }
  expect(orderOf(alternative, there)).toHaveProperty('request.location', 'street')
})
