import { expect, test } from 'vitest'
import { steadily } from './steadily.ts'

test('what is done steadily is done at once while there is more, and again after a pause', async () => {
  const answers = [true, true, false, false]
  const done = Promise.withResolvers<void>()
  const steady = steadily({
    everyMs: 1,
    work: async () => {
      const hasMore = answers.shift()
      if (hasMore === undefined) done.resolve()
      return hasMore ?? false
    },
    report: done.reject,
  })
  await done.promise
  await steady.stop()
  expect(answers).toEqual([])
})

test('a failure is reported once until it went well again, and stops nothing', async () => {
  const fates = ['fails', 'fails', 'works', 'fails', 'works']
  const done = Promise.withResolvers<void>()
  const reported: string[] = []
  const steady = steadily({
    everyMs: 1,
    work: async () => {
      const fate = fates.shift()
      if (fate === 'fails') throw new Error(`with ${fates.length} to go`)
      if (fate === undefined) done.resolve()
      return false
    },
    report: ({ message }) => reported.push(message),
  })
  await done.promise
  await steady.stop()
  expect(reported).toEqual(['with 4 to go', 'with 1 to go'])
})

test('stopping waits for what is under way, and for no pause', async () => {
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const facts: string[] = []
  const steady = steadily({
    everyMs: 3_600_000,
    work: async () => {
      begun.resolve()
      await finish.promise
      facts.push('done')
      return true
    },
    report: ({ message }) => facts.push(message),
  })
  await begun.promise
  const stopped = steady.stop().then(() => facts.push('stopped'))
  finish.resolve()
  await stopped
  expect(facts).toEqual(['done', 'stopped'])

  const pausing = steadily({ everyMs: 3_600_000, work: async () => false, report: () => {} })
  await pausing.stop()
})
