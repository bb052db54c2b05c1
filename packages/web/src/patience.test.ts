import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isKept, isSlow } from './connection.ts'
import { answerOrKept, patienceMs, patienceWhenShownMs } from './patience.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A question to a server that answers when the test wants it to. */
function ask({ isEmpty = true, isKeptShown = false, keeps = true } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const show = vi.fn<() => void>()
  const find = async () => (keeps ? { answer: 'kept', keptAtMs: 1000 } : undefined)
  return {
    answer: answerOrKept(promise, { isEmpty, isKeptShown, find, show }),
    resolve,
    reject,
    show,
  }
}

test.each([
  { isEmpty: true, ms: patienceMs, because: 'nothing is to be seen' },
  { isEmpty: false, ms: patienceWhenShownMs, because: 'the last answer is to be seen' },
])('what was kept is shown after $ms ms where $because', async ({ isEmpty, ms }) => {
  const { answer, resolve, show } = ask({ isEmpty })
  await vi.advanceTimersByTimeAsync(ms - 1)
  expect(show).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(show).toHaveBeenCalledExactlyOnceWith({ answer: 'kept', keptAtMs: 1000 })
  expect(isSlow()).toBe(true)
  resolve('new')
  expect(await answer).toBe('new')
  expect(isKept()).toBe(false)
})

test('an answer in time shows nothing that was kept', async () => {
  const { answer, resolve, show } = ask()
  await vi.advanceTimersByTimeAsync(patienceMs - 1)
  resolve('new')
  await answer
  await vi.runAllTimersAsync()
  expect(show).not.toHaveBeenCalled()
  expect(isKept()).toBe(false)
})

test('without anything kept it goes on waiting, and calls nothing old', async () => {
  const { answer, resolve, show } = ask({ keeps: false })
  await vi.advanceTimersByTimeAsync(patienceMs)
  expect(show).not.toHaveBeenCalled()
  expect(isKept()).toBe(false)
  resolve('new')
  expect(await answer).toBe('new')
})

test('on a line that is known to be slow the next question waits for nothing, until all are answered', async () => {
  const first = ask()
  await vi.advanceTimersByTimeAsync(patienceMs)
  const next = ask()
  await vi.advanceTimersByTimeAsync(0)
  expect(next.show).toHaveBeenCalledOnce()
  first.resolve('new')
  await first.answer
  expect(isSlow()).toBe(true)
  next.resolve('new')
  await next.answer
  expect(isSlow()).toBe(false)
})

test('what was kept has its age said at once by the question that takes the place of one given up', async () => {
  const { answer, resolve } = ask({ isKeptShown: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(isSlow()).toBe(true)
  resolve('new')
  await answer
  expect(isKept()).toBe(false)
})

test('a question that fails in the end waits for nothing any more', async () => {
  const { answer, reject } = ask()
  await vi.advanceTimersByTimeAsync(patienceMs)
  reject(new Error('away'))
  await expect(answer).rejects.toThrow('away')
  expect(isSlow()).toBe(false)
})
