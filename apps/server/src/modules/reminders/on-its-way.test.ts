/** What was written to be told, and can't be delivered at once: the session goes its own way meanwhile. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { extend, stop } from '../../../test/parking.ts'
import { startPushService } from '../../../test/push-receiver.ts'
import { choose, sendAllPushes } from '../../../test/pushing.ts'
import { remindingIn, titles } from '../../../test/reminding.ts'

const service = await startPushService()
const town = await openTown({ pushServices: [service.origin] })
afterAll(service.stop)
const { someone, park, passes, remind } = remindingIn(town, service)

const endsSoon = { endsSoon: { push: true } }

beforeEach(() => {
  town.now = mondayAtTen
  service.answer = 201
})

describe('a push that waits for its push service', () => {
  test('comes as it was, when nothing has changed', async () => {
    const { browser } = await waiting()
    expect(await serviceIsBack()).toEqual([])
    expect(titles(browser)).toEqual(['Uw parkeeractie eindigt om 11:00'])
  })

  test('does not come when the session was stopped', async () => {
    const { anna, id, browser } = await waiting()
    await stop(anna, id)
    expect(await serviceIsBack()).toEqual([])
    await passes({ minutes: 30 })
    expect(browser.received).toEqual([])
  })

  test('comes once when the stop was taken back', async () => {
    const { anna, id, browser } = await waiting()
    town.now = town.now.add({ seconds: 25 })
    await stop(anna, id)
    // It is tried in the seconds between the stop and its undoing.
    town.now = town.now.add({ seconds: 10 })
    await sendAllPushes(town)
    await resume(anna, id)
    service.answer = 201
    await passes({ minutes: 10 })
    expect(titles(browser)).toEqual(['Uw parkeeractie eindigt om 11:00'])
  })

  test('does not come when the session was extended: the new end has its own', async () => {
    const { anna, id, browser } = await waiting()
    await extend(anna, id, 2)
    await serviceIsBack()
    expect(browser.received).toEqual([])
    await passes({ minutes: 60 })
    expect(titles(browser)).toEqual(['Uw parkeeractie eindigt om 12:00'])
  })

  test('does not come when its reader wants it no more', async () => {
    const { anna, browser } = await waiting()
    await choose(anna, {})
    await serviceIsBack()
    expect(browser.received).toEqual([])
  })

  test('of a planned session that has begun does not come when that was stopped', async () => {
    const { anna, browser } = await someone({ begun: { push: true } })
    const id = await park(anna, { hours: 3 }, { from: 1 })
    await passes({ minutes: 50 })
    service.answer = 503
    await passes({ minutes: 10 })
    await stop(anna, id)
    await serviceIsBack()
    expect(browser.received).toEqual([])
  })

  test("J6: tells the holder the end that a delegate's session has by then", async () => {
    const { anna, browser } = await someone({ delegateStarted: { push: true } })
    const { delegate } = await delegateOf(town, anna)
    service.answer = 503
    const id = await park({ ...delegate, productId: anna.productId }, { hours: 2 })
    await passes({ minutes: 1 })
    await extend(delegate, id, 3)
    await serviceIsBack()
    expect(titles(browser)).toEqual(['Een gemachtigde parkeert op uw product, tot 13:00'])
  })

  test('is kept by the push service no longer than it is true, and in the place of an earlier one', async () => {
    const { anna, browser } = await someone({ begun: { push: true }, endsSoon: { push: true } })
    await park(anna, { hours: 2 }, { from: 1 })
    await passes({ minutes: 60 })
    await passes({ minutes: 45 })
    const [begun, soon] = browser.received
    expect([begun?.ttlSeconds, soon?.ttlSeconds]).toEqual([60 * 60, 15 * 60])
    expect(begun?.topic).toMatch(/^[\w-]{32}$/)
    expect(soon?.topic).toBe(begun?.topic)
  })

  /** It is a quarter to eleven, and the service is away. */
  async function waiting() {
    const { anna, browser } = await someone(endsSoon)
    const id = await park(anna, { hours: 1 })
    await passes({ minutes: 44 })
    service.answer = 503
    await passes({ minutes: 1 })
    return { anna, id, browser }
  }
})

describe('a mail that waits for its mail server', () => {
  test('is not sent when the session was stopped or extended', async () => {
    const { anna } = await someone({ endsSoon: { mail: true } })
    const ids = [await park(anna, { hours: 1 }), await park(anna, { hours: 1 }, other)]
    await passes({ minutes: 45 })
    await stop(anna, ids[0] ?? '')
    await extend(anna, ids[1] ?? '', 2)
    expect(await town.mailsTo(anna.email)).toEqual([])
  })

  test('asks nobody whether a car is still there when its session was stopped', async () => {
    const { anna } = await someone({ stillRunning: { mail: true } })
    const id = await park(anna, { hours: 8 })
    await passes({ hours: 2 })
    await passes({ hours: 2 })
    await stop(anna, id)
    expect(await town.mailsTo(anna.email)).toEqual([])
  })

  test('is not sent when it is no news any more, and that troubles nobody', async () => {
    const { anna } = await someone({ endsSoon: { mail: true } })
    await park(anna, { hours: 1 })
    town.now = town.now.add({ minutes: 45 })
    await remind()
    // The mail server comes back in the afternoon; a mail that is given up would be reported.
    for (const hours of [3, 4, 5, 6, 7, 12, 24]) {
      town.now = mondayAtTen.add({ hours })
      expect(await town.mailsTo(anna.email)).toEqual([])
    }
  })
})

const other = { number: 'OTHER1' }

type Someone = Awaited<ReturnType<typeof someone>>['anna']

function resume({ call }: Someone, parkingSessionId: string) {
  const sent = { params: { parkingSessionId } }
  return call('POST /parking-sessions/{parkingSessionId}/_resume', sent)
}

/** As soon as it is tried again. */
async function serviceIsBack(): Promise<string[]> {
  service.answer = 201
  town.now = town.now.add({ seconds: 40 })
  return sendAllPushes(town)
}
