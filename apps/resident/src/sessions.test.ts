import { expect, test } from 'vitest'
import { nextTurn, type Session } from './sessions.ts'

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
