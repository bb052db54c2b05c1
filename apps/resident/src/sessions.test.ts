import { expect, test } from 'vitest'
import { asOfNow, nextTurn, type Session } from './sessions.ts'

function session(state: Session['state'], start: string, end: string): Session {
  return {
    id: `${start} ${end}`,
    productId: 'p',
    plate: { number: '12GBB3', country: 'NL' },
    start,
    end,
    state,
    cost: { unit: 'money', value: 0 },
    extendable: true,
  }
}

const running = session('running', '2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z')
const planned = session('planned', '2026-11-23T11:00:00Z', '2026-11-23T13:00:00Z')

test('E5: the list turns when a running session ends or a planned one begins, whichever is first', () => {
  expect(nextTurn([running])).toBe(running.end)
  expect(nextTurn([running, planned])).toBe(planned.start)
})

test('E5: without sessions there is nothing to wait for', () => {
  expect(nextTurn([])).toBeUndefined()
})

test('what was kept is told as it is by the clock: over, running or still planned', () => {
  const at = (time: string) =>
    asOfNow([running, planned], Temporal.Instant.from(`2026-11-23T${time}:00Z`)).map(
      ({ state, start }) => [start, state],
    )
  expect(at('10:00')).toEqual([
    [running.start, 'running'],
    [planned.start, 'planned'],
  ])
  expect(at('12:00')).toEqual([[planned.start, 'running']])
  expect(at('13:00')).toEqual([])
})
