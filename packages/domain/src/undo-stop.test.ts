import { describe, expect, test } from 'vitest'
import { at, given, mine, other, parked, resting } from '../test/visitor-product.ts'
import { amount } from './amount.ts'
import { interval } from './interval.ts'
import { decideUndoStop, type Undoing } from './undo-stop.ts'

/** Booked until noon for three hours, and stopped at ten. */
const stopped = {
  ...parked(mine, 'Mon 09:00', 'Mon 10:00'),
  cost: amount(240),
  openEnded: false,
}
const before = { end: at('Mon 12:00'), cost: amount(720) }
const undoing = { session: stopped, before, isRevoked: false, time: 'usual' } as const
const secondsLater = (seconds: number) => at('Mon 10:00').add({ seconds })

describe('taking back a stop', () => {
  test('lets the session go on to its end, at the price that it had', () => {
    const decision = decideUndoStop(undoing, given({}, { sessions: [stopped] }), secondsLater(9))
    expect(decision).toEqual({
      outcome: 'resumed',
      during: { start: at('Mon 09:00'), end: at('Mon 12:00') },
      cost: 720,
    })
  })

  test.each`
    seconds | time        | outcome      | because
    ${0}    | ${'usual'}  | ${'resumed'} | ${'at once'}
    ${14}   | ${'usual'}  | ${'resumed'} | ${'ten seconds to think, and a slow network'}
    ${15}   | ${'usual'}  | ${'refused'} | ${'that is too late'}
    ${124}  | ${'longer'} | ${'resumed'} | ${'two minutes for who asked for time'}
    ${125}  | ${'longer'} | ${'refused'} | ${'then it is too late for them, too'}
  `('after $seconds seconds is $outcome: $because', ({ seconds, time, outcome }) => {
    const facts = given({}, { sessions: [stopped] })
    const decision = decideUndoStop({ ...undoing, time }, facts, secondsLater(seconds))
    expect(decision.outcome).toBe(outcome)
  })

  test.each`
    reason                  | rules                   | others                                       | because
    ${'plateAlreadyParked'} | ${{}}                   | ${[parked(mine, 'Mon 11:00', 'Mon 13:00')]}  | ${'the plate was planned meanwhile'}
    ${'maxConcurrent'}      | ${{ maxConcurrent: 1 }} | ${[parked(other, 'Mon 10:00', 'Mon 11:00')]} | ${'the place was taken meanwhile'}
  `('is refused with $reason: $because', ({ reason, rules, others }) => {
    const facts = given(rules, { sessions: [stopped, ...others] })
    expect(decideUndoStop(undoing, facts, secondsLater(5))).toMatchObject({ reasons: [reason] })
  })

  test('is refused where the plate comes back too soon after its end', () => {
    const { tariff } = resting('Mon 12:00', 'Mon 13:00')
    const sessions = [stopped, parked(mine, 'Mon 12:10', 'Mon 13:00')]
    const facts = given({}, { ...(tariff && { tariff }), sessions })
    expect(decideUndoStop(undoing, facts, secondsLater(5))).toMatchObject({
      reasons: ['tooSoonAgain'],
    })
  })

  test.each`
    unit       | openEnded | end            | because
    ${'none'}  | ${true}   | ${'Tue 00:00'} | ${'its product lasts longer now'}
    ${'count'} | ${true}   | ${'Tue 00:00'} | ${'its price does not go by its length'}
    ${'money'} | ${true}   | ${'Mon 12:00'} | ${'so long was paid for'}
    ${'none'}  | ${false}  | ${'Mon 12:00'} | ${'that end was asked for'}
  `('for $unit, open: $openEnded, lets it go on until $end: $because', (row) => {
    const product = { valid: interval(at('Mon 08:00'), at('Tue 00:00')), blocked: false }
    const facts = given({ unit: row.unit }, { sessions: [stopped], product })
    const session = { ...stopped, openEnded: row.openEnded }
    const decision = decideUndoStop({ ...undoing, session }, facts, secondsLater(5))
    expect(decision).toMatchObject({ outcome: 'resumed', during: { end: at(row.end) } })
  })

  test('is refused when its product has ended meanwhile, and with it what had no end', () => {
    const product = { valid: interval(at('Mon 08:00'), secondsLater(5)), blocked: false }
    const facts = given({ unit: 'none' }, { sessions: [stopped], product })
    const session = { ...stopped, openEnded: true }
    const decision = decideUndoStop({ ...undoing, session }, facts, secondsLater(5))
    expect(decision).toMatchObject({ reasons: ['sessionEnded'] })
  })

  test('is refused when what came back was spent, and says what is missing', () => {
    const facts = given({}, { sessions: [stopped], balance: amount(400) })
    expect(decideUndoStop(undoing, facts, secondsLater(5))).toEqual({
      outcome: 'refused',
      reasons: ['balance'],
      shortfall: 80,
    })
  })

  test('is refused for what was never stopped, what would be over, and who was sent away', () => {
    const facts = given({}, { sessions: [stopped] })
    const reasonsOf = (differing: Partial<Undoing> | { readonly before: undefined }) =>
      decideUndoStop({ ...undoing, ...differing }, facts, secondsLater(5))
    expect(reasonsOf({ before: undefined })).toMatchObject({ reasons: ['stopNotUndoable'] })
    const over = { ...before, end: at('Mon 10:00').add({ seconds: 3 }) }
    expect(reasonsOf({ before: over })).toMatchObject({ reasons: ['sessionEnded'] })
    expect(reasonsOf({ isRevoked: true })).toMatchObject({ reasons: ['revoked'] })
  })
})
