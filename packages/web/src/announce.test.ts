import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announce, announcement, coverPage, hold, hush, letGo, showLonger } from './announce.ts'

const undo = { label: () => 'Undo', run: () => {}, withinMs: 10_000 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  showLonger(false)
  hush()
  vi.useRealTimers()
})

test.each([
  { isLonger: false, undo: undefined, ms: 8000, because: 'that is enough to read a line' },
  { isLonger: true, undo: undefined, ms: 120_000, because: 'who asked for time has two minutes' },
  { isLonger: false, undo, ms: 10_000, because: 'for as long it can be undone' },
  { isLonger: true, undo, ms: 10_000, because: 'what can be undone knows for how long' },
])('$isLonger, $undo: it goes after $ms ms, because $because', ({ isLonger, ms, ...given }) => {
  showLonger(isLonger)
  announce(() => 'Saved.', given.undo)
  vi.advanceTimersByTime(ms - 1)
  expect(announcement()?.text()).toBe('Saved.')
  vi.advanceTimersByTime(1)
  expect(announcement()).toBeUndefined()
})

test('what is said again has all its time again, and is another message', () => {
  announce(() => 'Saved.')
  const first = announcement()
  vi.advanceTimersByTime(7000)
  announce(() => 'Saved.')
  vi.advanceTimersByTime(7000)
  expect(announcement()).toBeDefined()
  expect(announcement()?.number).not.toBe(first?.number)
})

test('stays while somebody is at it', () => {
  announce(() => 'Saved.')
  hold()
  vi.advanceTimersByTime(60_000)
  expect(announcement()?.text()).toBe('Saved.')
  letGo()
  vi.advanceTimersByTime(8000)
  expect(announcement()).toBeUndefined()
})

test('what can be undone goes when it can no longer be so, whoever is at it', () => {
  announce(() => 'Stopped.', undo)
  hold()
  vi.advanceTimersByTime(10_000)
  expect(announcement()).toBeUndefined()
})

test('behind a sheet it waits until the last one is gone, and then has all its time', () => {
  const [uncoverFirst, uncoverSecond] = [coverPage(), coverPage()]
  announce(() => 'Stopped.', undo)
  uncoverFirst()
  vi.advanceTimersByTime(60_000)
  expect(announcement()).toBeUndefined()
  uncoverSecond()
  vi.advanceTimersByTime(100)
  expect(announcement()?.text()).toBe('Stopped.')
  vi.advanceTimersByTime(9999)
  expect(announcement()?.text()).toBe('Stopped.')
})
