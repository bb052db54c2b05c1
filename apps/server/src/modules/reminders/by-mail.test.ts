/** Each kind of reminder arrives by mail, at whom it concerns. */
import { afterAll, beforeEach, expect, test } from 'vitest'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { startPushService } from '../../../test/push-receiver.ts'
import { remindingIn } from '../../../test/reminding.ts'

const service = await startPushService()
const town = await openTown({ pushServices: [service.origin] })
afterAll(service.stop)
const { someone, park, passes } = remindingIn(town, service)

beforeEach(() => {
  town.now = mondayAtTen
})

test.each([
  {
    kind: 'endsSoon',
    hours: 1,
    after: { minutes: 45 },
    subject: 'Uw parkeeractie eindigt om 11:00',
  },
  {
    kind: 'ended',
    hours: 1,
    after: { minutes: 60 },
    subject: 'Uw parkeeractie is om 11:00 beëindigd',
  },
  {
    kind: 'stillRunning',
    hours: 8,
    after: { minutes: 4 * 60 },
    subject: 'Uw parkeeractie loopt sinds 10:00. Staat de auto er nog?',
  },
  {
    kind: 'begun',
    from: 1,
    hours: 3,
    after: { minutes: 60 },
    subject: 'Uw geplande parkeeractie is begonnen, tot 13:00',
  },
])('$kind is mailed to who parks, once', async ({ kind, from, hours, after, subject }) => {
  const { anna, browser } = await someone({ [kind]: { mail: true } })
  await park(anna, { hours }, from === undefined ? {} : { from })
  // Near, but not yet: what comes near is noted by then.
  await passes({ minutes: after.minutes - 1 })
  expect(await town.mailsTo(anna.email)).toEqual([])
  await passes({ minutes: 1 })
  await passes({ minutes: 1 })
  expect(await subjectsTo(anna.email)).toEqual([subject])
  expect(browser.received).toEqual([])
})

test('J6: delegateStarted is mailed to the holder, once, and not to the delegate', async () => {
  const { anna } = await someone({ delegateStarted: { mail: true } })
  const { delegate } = await delegateOf(town, anna)
  const before = {
    holder: await subjectsTo(anna.email),
    delegate: await subjectsTo(delegate.email),
  }
  await park({ ...delegate, productId: anna.productId }, { hours: 2 })
  await passes({ minutes: 1 })
  await passes({ minutes: 1 })
  expect(await subjectsTo(anna.email)).toEqual([
    ...before.holder,
    'Een gemachtigde parkeert op uw product, tot 12:00',
  ])
  expect(await subjectsTo(delegate.email)).toEqual(before.delegate)
})

async function subjectsTo(email: string): Promise<string[]> {
  return (await town.mailsTo(email)).map(({ subject }) => subject)
}
