import { expect, test } from 'vitest'
import { createIdempotencyKeys } from './idempotency-keys.ts'

test('the same content keeps its key, also after other content', () => {
  const keys = createIdempotencyKeys()
  const first = keys.of({ name: 'Oma' })
  expect(keys.of({ name: 'Opa' })).not.toBe(first)
  expect(keys.of({ name: 'Oma' })).toBe(first)
})

test('once it was answered, the same content has another', () => {
  const keys = createIdempotencyKeys()
  const first = keys.of('five euros')
  keys.forget()
  expect(keys.of('five euros')).not.toBe(first)
})

test('a call without content has one too', () => {
  const keys = createIdempotencyKeys()
  expect(keys.of(undefined)).toBe(keys.of(undefined))
})
