import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetting } from '#jobs/forgetting.ts'
import { ringAlarms } from '#modules/balance-alarms/balance-alarms.commands.ts'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { extend, remove, stop } from '../../../test/parking.ts'
import { startPushService } from '../../../test/push-receiver.ts'
import { choose, sendAllPushes, subscribe } from '../../../test/pushing.ts'
import { extendTo, remindingIn, titles } from '../../../test/reminding.ts'

const service = await startPushService()
const town = await openTown({ pushServices: [service.origin] })
afterAll(service.stop)
const publicUrl = new URL('https://2park.example')
const { someone, remembered, park, remind, passes } = remindingIn(town, service)

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a session that ends', () => {
  test('is told a quarter of an hour before, with a way to extend it', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true } })
    const id = await park(anna, { hours: 1 })
    await passes({ minutes: 44 })
    expect(browser.received).toEqual([])
    await passes({ minutes: 1 })
    await passes({ minutes: 5 })
    const path = `/products/${anna.productId}/parking-sessions`
    const [push, ...others] = browser.received
    expect(others).toEqual([])
    expect(push?.content).toEqual({
      title: 'Uw parkeeractie eindigt om 11:00',
      body: expect.stringMatching(/^Bezoekersregeling · Town [\da-f-]+$/),
      language: 'nl',
      tag: `session ${id}`,
      path,
      actions: [{ title: 'Verleng', path: `${path}?sheet=extend&session=${id}` }],
    })
    expect(push?.ttlSeconds).toBe(15 * 60)
  })

  test('is told again before its new end when it was extended', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true } })
    const id = await park(anna, { hours: 1 })
    await passes({ minutes: 30 })
    await extend(anna, id, 2)
    await passes({ minutes: 30 })
    expect(browser.received).toEqual([])
    await passes({ minutes: 45 })
    expect(titles(browser)).toEqual(['Uw parkeeractie eindigt om 12:00'])
  })

  test('extended by a little is not told twice within one stretch', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true } })
    const id = await park(anna, { hours: 1 })
    await passes({ minutes: 45 })
    await extendTo(anna, id, '11:05')
    await passes({ minutes: 5 })
    await passes({ minutes: 5 })
    expect(browser.received).toHaveLength(1)
    await passes({ minutes: 5 })
    expect(titles(browser)).toEqual([
      'Uw parkeeractie eindigt om 11:00',
      'Uw parkeeractie eindigt om 11:05',
    ])
  })

  test('is not told when it was stopped, neither that it ends nor that it has ended', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true }, ended: { push: true } })
    const id = await park(anna, { hours: 1 })
    await passes({ minutes: 40 })
    await stop(anna, id)
    await passes({ minutes: 30 })
    expect(browser.received).toEqual([])
  })

  test('is told when it has ended by itself', async () => {
    const { anna, browser } = await someone({ ended: { push: true } })
    await park(anna, { hours: 1 })
    await passes({ minutes: 59 })
    expect(browser.received).toEqual([])
    await passes({ minutes: 1 })
    expect(titles(browser)).toEqual(['Uw parkeeractie is om 11:00 beëindigd'])
  })

  test('of ten minutes is not told to end soon: whoever booked it knows', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true } })
    await park(anna, { minutes: 10 })
    await passes({ minutes: 5 })
    expect(browser.received).toEqual([])
  })
})

test('a planned session is told when it begins, and one that began at once is not', async () => {
  const { anna, browser } = await someone({ begun: { push: true } })
  await park(anna, { hours: 1 })
  await park(anna, { hours: 3 }, { number: 'PLAN1', from: 2 })
  await passes({ hours: 1, minutes: 50 })
  expect(browser.received).toEqual([])
  await passes({ minutes: 10 })
  expect(titles(browser)).toEqual(['Uw geplande parkeeractie is begonnen, tot 13:00'])
})

test('a planned session that was deleted does not begin', async () => {
  const { anna, browser } = await someone({ begun: { push: true } })
  const id = await park(anna, { hours: 3 }, { number: 'PLAN1', from: 2 })
  await passes({ hours: 1, minutes: 50 })
  await remove(anna, id)
  await passes({ minutes: 10 })
  expect(browser.received).toEqual([])
})

test('who parks for long is asked once whether the car is still there', async () => {
  const { anna, browser } = await someone({ stillRunning: { push: true } })
  await park(anna, { hours: 8 })
  await passes({ hours: 4 })
  await passes({ hours: 2 })
  expect(titles(browser)).toEqual(['Uw parkeeractie loopt sinds 10:00. Staat de auto er nog?'])
})

test('J6: a holder is told that a delegate has started, and the delegate is not', async () => {
  const wanted = { delegateStarted: { push: true } }
  const { anna, browser } = await someone(wanted)
  const { delegate } = await delegateOf(town, anna)
  const other = service.browser()
  await subscribe(delegate, other)
  await choose(delegate, wanted)
  await park(anna, { hours: 1 }, { number: 'OWN1' })
  await park({ ...delegate, productId: anna.productId }, { hours: 2 })
  await passes({ minutes: 1 })
  expect(titles(browser)).toEqual(['Een gemachtigde parkeert op uw product, tot 12:00'])
  expect(other.received).toEqual([])
})

test("a delegate is reminded of their own session, and the holder is not of somebody else's", async () => {
  const wanted = { endsSoon: { push: true } }
  const { anna, browser } = await someone(wanted)
  const { delegate } = await delegateOf(town, anna)
  const other = service.browser()
  await subscribe({ call: await remembered(delegate) }, other)
  await choose(delegate, wanted)
  await park({ ...delegate, productId: anna.productId }, { hours: 1 })
  await passes({ minutes: 45 })
  expect(titles(other)).toEqual(['Uw parkeeractie eindigt om 11:00'])
  expect(browser.received).toEqual([])
})

test('M8: a balance below the alarm is pushed to who chose so, and mailed to who did not choose', async () => {
  const { anna, browser } = await someone({ balanceAlarm: { push: true } })
  await anna.call('PUT /products/{productId}/balance-alarm', {
    params: { productId: anna.productId },
    body: { threshold: 99_00 },
  })
  await park(anna, { hours: 1 })
  await ringAlarms({ db: town.db, now: () => town.now, publicUrl })
  await sendAllPushes(town)
  expect(titles(browser)).toEqual(['Uw saldo is lager dan € 99,00'.replace(' 99', '\u00A099')])
  expect(await town.mailsTo(anna.email)).toEqual([])
})

describe('each kind comes by the way that was chosen for it', () => {
  test('by mail, with the plate and the way to the session', async () => {
    const { anna, browser } = await someone({ endsSoon: { mail: true } })
    await park(anna, { hours: 1 })
    await passes({ minutes: 45 })
    expect(browser.received).toEqual([])
    const [mail, ...others] = await town.mailsTo(anna.email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Uw parkeeractie eindigt om 11:00')
    expect(mail?.text).toContain('Kenteken 12-GBB-3, op Bezoekersregeling')
    expect(mail?.links).toEqual([
      `https://2park.example/products/${anna.productId}/parking-sessions`,
    ])
  })

  test('in neither way where nothing was chosen', async () => {
    const { anna, browser } = await someone({})
    await park(anna, { hours: 1 })
    await passes({ minutes: 45 })
    expect(browser.received).toEqual([])
    expect(await town.mailsTo(anna.email)).toEqual([])
  })

  test('and nobody who did not choose is mailed anything but a balance alarm', async () => {
    const anna = await town.resident()
    const { body } = await anna.call('GET /account/notifications')
    const mailed = Object.entries(body.kinds).filter(([, { mail }]) => mail)
    expect(mailed.map(([kind]) => kind)).toEqual(['balanceAlarm'])
    expect(body.platesInPushes).toBe(false)
  })

  test.each([{}, { kinds: {}, platesInPushes: true }])('%j is no choice', async (body) => {
    const anna = await town.resident()
    expect((await anna.call('PUT /account/notifications', { body })).status).toBe(400)
  })
})

test('a plate is in a push only where its reader chose so', async () => {
  const { anna, browser } = await someone({ endsSoon: { push: true } }, true)
  await park(anna, { hours: 1 })
  await passes({ minutes: 45 })
  expect(browser.received[0]?.content.body).toMatch(/^12-GBB-3 · Bezoekersregeling/)
  const { anna: eve, browser: other } = await someone({ endsSoon: { push: true } })
  await park(eve, { hours: 1 }, { from: 0 })
  await passes({ minutes: 15 })
  expect(JSON.stringify(other.received)).not.toMatch(/GBB/)
})

test('in English for who reads English', async () => {
  const { anna, browser } = await someone({ endsSoon: { push: true } })
  await anna.call('PUT /account/language', { body: { language: 'en' } })
  await park(anna, { hours: 1 })
  await passes({ minutes: 45 })
  expect(browser.received[0]?.content).toMatchObject({
    title: 'Your parking session ends at 11:00',
    actions: [{ title: 'Extend' }],
  })
})

describe('a reminder comes once', () => {
  test('also when several processes look at the same time', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => someone({ endsSoon: { push: true, mail: true } })),
    )
    await Promise.all(people.map(({ anna }) => park(anna, { hours: 1 })))
    town.now = town.now.add({ minutes: 45 })
    await Promise.all(Array.from({ length: 4 }, () => remind()))
    await sendAllPushes(town)
    for (const { anna, browser } of people) {
      expect(browser.received).toHaveLength(1)
      expect(await town.mailsTo(anna.email)).toHaveLength(1)
    }
  })

  test('also when a process fails between telling and marking', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true, mail: true } })
    await park(anna, { hours: 1 })
    town.now = town.now.add({ minutes: 45 })
    // The last thing that it writes can't be written.
    await sql`alter table push_messages add constraint broken check (false) not valid`.execute(
      town.db,
    )
    await expect(remind()).rejects.toThrow('broken')
    await sql`alter table push_messages drop constraint broken`.execute(town.db)
    await passes({ minutes: 1 })
    await passes({ minutes: 1 })
    expect(browser.received).toHaveLength(1)
    expect(await town.mailsTo(anna.email)).toHaveLength(1)
  })

  test('and not at all when it is no help any more', async () => {
    const { anna, browser } = await someone({ endsSoon: { push: true }, ended: { push: true } })
    await park(anna, { hours: 1 })
    await passes({ minutes: 40 })
    // Everything was down until the afternoon.
    await passes({ hours: 3 })
    expect(browser.received).toEqual([])
  })
})

test('what was told is forgotten after a week', async () => {
  const { anna } = await someone({ endsSoon: { push: true } })
  const id = await park(anna, { hours: 1 })
  await passes({ minutes: 45 })
  const rows = () =>
    town.db.selectFrom('reminders').select('kind').where('session_id', '=', id).execute()
  expect(await rows()).toEqual([{ kind: 'endsSoon' }])
  const later = town.now.add({ hours: 8 * 24 })
  const forget = forgetting.find(({ name }) => name.endsWith('reminders'))
  await forget?.run({ db: town.db, now: () => later })
  expect(await rows()).toEqual([])
})
