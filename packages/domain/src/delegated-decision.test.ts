/** What someone may who parks on another's product, and what their holder may with their sessions. */
import { describe, expect, test } from 'vitest'
import {
  at,
  extending,
  given,
  mine,
  now,
  other,
  parked,
  starting,
} from '../test/visitor-product.ts'
import { decide, decideStop } from './decision.ts'

const free = { revoked: false, plate: undefined }

describe('a delegate', () => {
  test.each`
    delegation                             | reasons                           | because
    ${undefined}                           | ${[]}                             | ${'the holder needs no delegation'}
    ${free}                                | ${[]}                             | ${'J4: without a plate the choice is free'}
    ${{ revoked: false, plate: mine }}     | ${[]}                             | ${'J4: it is the plate of the delegation'}
    ${{ revoked: false, plate: other }}    | ${['plateNotAllowed']}            | ${'J4: it is another one'}
    ${{ revoked: true, plate: undefined }} | ${['revoked']}                    | ${'J6: nothing can be started any more'}
    ${{ revoked: true, plate: other }}     | ${['revoked', 'plateNotAllowed']} | ${'G5: every reason is told, the weightiest first'}
  `('is refused by $reasons: $because', ({ delegation, reasons }) => {
    const facts = given({ maxDurationSeconds: 7_200 }, { delegation })
    const decision = decide(starting('now', 'Mon 11:00'), facts, now)
    expect('reasons' in decision ? decision.reasons : []).toEqual(reasons)
    expect('alternatives' in decision ? decision.alternatives : []).toEqual([])
  })

  test('J6: is not offered another time once revoked, whatever else is wrong', () => {
    const facts = given({ maxDurationSeconds: 60 }, { delegation: { ...free, revoked: true } })
    expect(decide(starting('now', 'Mon 12:00'), facts, now)).toMatchObject({
      reasons: ['revoked', 'maxDuration'],
      alternatives: [],
    })
  })

  test('J6: extends nothing once revoked, and stops what runs', () => {
    const running = parked(mine, 'Mon 09:00', 'Mon 11:00')
    const facts = given({}, { sessions: [running], delegation: { ...free, revoked: true } })
    expect(decide(extending(running, 'Mon 12:00'), facts, now)).toMatchObject({
      reasons: ['revoked'],
      alternatives: [],
    })
    expect(decideStop(running, facts.tariff, now)).toMatchObject({ refund: 240 })
  })
})

describe("another's session on the product", () => {
  const theirs = { ...parked(mine, 'Mon 09:00', 'Mon 11:00'), byAnother: true }

  test('is theirs to extend', () => {
    const facts = given({}, { sessions: [theirs] })
    expect(decide(extending(theirs, 'Mon 12:00'), facts, now)).toMatchObject({
      reasons: ['bookedByAnother'],
      alternatives: [],
    })
  })

  test('takes its place, and is not offered to be extended instead', () => {
    const facts = given({}, { sessions: [theirs] })
    const decision = decide(starting('now', 'Mon 12:00'), facts, now)
    expect(decision).toMatchObject({
      reasons: ['plateAlreadyParked'],
      alternatives: [{ kind: 'later', request: { start: at('Mon 11:00') } }],
    })
  })
})
