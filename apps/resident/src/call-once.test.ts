import { expect, test } from 'vitest'
import { ProblemAnswer, Unreachable } from '@2park/web/api'
import { createCallOnce } from './call-once.ts'

test('content that nobody answered is sent again under its own key', async () => {
  const keyOf = form()
  const first = await keyOf({ name: 'Oma' }, lost)
  expect(await keyOf({ name: 'Oma' }, lost)).toBe(first)
  expect(await keyOf({ name: 'Oma' })).toBe(first)
})

test('after it was done, the same content is another deed', async () => {
  const keyOf = form()
  const first = await keyOf('five euros')
  expect(await keyOf('five euros')).not.toBe(first)
})

test('after a refusal the same content is asked anew: what was wrong may be mended', async () => {
  const keyOf = form()
  const first = await keyOf('five euros', refused)
  expect(await keyOf('five euros')).not.toBe(first)
})

test('an alarm at 10, at 20 and at 10 again are three deeds, also where no answer came', async () => {
  const keyOf = form()
  const keys = [await keyOf(10, lost), await keyOf(20, lost), await keyOf(10, lost)]
  expect(new Set(keys).size).toBe(3)
})

test('a call without content keeps its key too', async () => {
  const keyOf = form()
  const first = await keyOf(undefined, lost)
  expect(await keyOf(undefined)).toBe(first)
  expect(await keyOf(undefined)).not.toBe(first)
})

const lost = new Unreachable('PUT /alarm')
const refused = new ProblemAnswer({
  type: 'https://2park.example/problems/blocked',
  code: 'blocked',
  title: 'The product is blocked',
  detail: 'Ask the municipality.',
  status: 409,
})

/** Sends content and says under which key, whatever became of it. */
function form(): (content: unknown, failure?: Error) => Promise<string> {
  const callOnce = createCallOnce()
  return async (content, failure) => {
    let sent = ''
    const sending = callOnce(content, (key) => {
      sent = key
      return failure ? Promise.reject(failure) : Promise.resolve()
    })
    const [outcome] = await Promise.allSettled([sending])
    expect(outcome).toEqual(
      failure ? { status: 'rejected', reason: failure } : { status: 'fulfilled', value: undefined },
    )
    return sent
  }
}
