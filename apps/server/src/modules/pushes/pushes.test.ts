import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { webPushSender } from '#adapters/push/web-push.ts'
import { buildApp } from '#app.ts'
import { anySecrets } from '../../../test/any-secrets.ts'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { startPushService } from '../../../test/push-receiver.ts'
import { sendAllPushes, subscribe } from '../../../test/pushing.ts'
import { sendPush, type PushSender } from './index.ts'
import { isPushService } from './known-origins.ts'

const service = await startPushService()
const town = await openTown({ pushServices: [service.origin] })
afterAll(service.stop)
const publicUrl = new URL('https://2park.example')

beforeEach(() => {
  town.now = mondayAtTen
  service.answer = 201
})

const content = {
  title: 'Uw saldo is lager dan € 5,00',
  body: 'Bezoekersregeling',
  language: 'nl',
  tag: 'balance',
  path: '/products',
  actions: [],
} as const

describe('a push', () => {
  test('arrives in the browser that asked for it, and is read by nobody else', async () => {
    const anna = await town.resident()
    const browser = service.browser()
    expect((await subscribe(anna, browser)).status).toBe(204)
    const { body } = await anna.call('GET /push-subscriptions/current')
    expect(body.isOn).toBe(true)
    await push(anna)
    expect(await sendAllPushes(town)).toEqual([])
    expect(browser.received).toEqual([
      {
        content,
        ttlSeconds: 3600,
        topic: expect.stringMatching(/^[\w-]{32}$/),
        senderKey: body.applicationServerKey,
      },
    ])
  })

  test('is by every process made with the same key', async () => {
    const keys = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { body } = await (await town.resident()).call('GET /push-subscriptions/current')
        return body.applicationServerKey
      }),
    )
    expect(new Set(keys).size).toBe(1)
  })

  test('has another key where the key of secrets was lost, and browsers are asked anew', async () => {
    const lost = await openTown({ pushServices: [service.origin] })
    const anna = await lost.resident()
    await subscribe(anna, service.browser())
    const before = await anna.call('GET /push-subscriptions/current')
    const app = buildApp({ ...lost, now: () => lost.now, publicUrl, secrets: anySecrets() })
    const after = await clientOf(app, anna.cookie)('GET /push-subscriptions/current')
    expect(after.body.applicationServerKey).not.toBe(before.body.applicationServerKey)
    expect((await anna.call('GET /push-subscriptions/current')).body.isOn).toBe(false)
  })

  test('arrives in each browser of somebody, and in none where it was not asked', async () => {
    const anna = await town.resident()
    const laptop = await town.signIn(anna)
    const [one, two, nobody] = [service.browser(), service.browser(), service.browser()]
    await subscribe(anna, one)
    await subscribe(laptop, two)
    await push(anna)
    await sendAllPushes(town)
    expect([one, two, nobody].map(({ received }) => received.length)).toEqual([1, 1, 0])
  })

  test('comes once, also when several processes send at the same time', async () => {
    const anna = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    await push(anna)
    await Promise.all([sendAllPushes(town), sendAllPushes(town), sendAllPushes(town)])
    expect(browser.received).toHaveLength(1)
  })

  test('is tried again while the service is away, and given up when it is no news', async () => {
    const anna = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    await push(anna)
    service.answer = 503
    await sendAllPushes(town)
    town.now = town.now.add({ seconds: 40 })
    service.answer = 201
    await sendAllPushes(town)
    expect(browser.received).toHaveLength(1)

    await push(anna)
    service.answer = 503
    await sendAllPushes(town)
    service.answer = 201
    town.now = town.now.add({ hours: 2 })
    await sendAllPushes(town)
    expect(browser.received).toHaveLength(1)
  })

  test('that is refused is given up at once, and that is said without its address', async () => {
    const anna = await town.resident()
    await subscribe(anna, service.browser())
    await push(anna)
    service.answer = 400
    const [failure, ...others] = await sendAllPushes(town)
    expect(failure).toMatch(/^Push [\da-f-]+ was given up after try 1: answered 400[.]$/)
    expect(others).toEqual([])
  })

  test('is not sent on to where an answer leads', async () => {
    const anna = await town.resident()
    await subscribe(anna, service.browser())
    await push(anna)
    service.answer = 307
    expect(await sendAllPushes(town)).toEqual([expect.stringMatching(/answered 307/)])
  })

  test.each([404, 410])('that is answered %i is the last to that browser', async (answer) => {
    const anna = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    await push(anna)
    service.answer = answer
    expect(await sendAllPushes(town)).toEqual([])
    expect((await anna.call('GET /push-subscriptions/current')).body.isOn).toBe(false)
  })
})

describe('a browser gets no more pushes', () => {
  test('when that is asked there, and that is in the audit trail', async () => {
    const anna = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    expect((await anna.call('DELETE /push-subscriptions/current')).status).toBe(204)
    expect((await anna.call('DELETE /push-subscriptions/current')).status).toBe(204)
    await push(anna)
    await sendAllPushes(town)
    expect(browser.received).toEqual([])
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('account_id', '=', anna.accountId)
      .where('action', 'like', 'pushes%')
      .orderBy('occurred_at')
      .orderBy('id')
      .execute()
    expect(trail).toEqual([{ action: 'pushesAsked' }, { action: 'pushesEnded' }])
  })

  test('A10: when one signs out there, or somewhere else', async () => {
    const anna = await town.resident()
    const laptop = await town.signIn(anna)
    const [one, two] = [service.browser(), service.browser()]
    await subscribe(anna, one)
    await subscribe(laptop, two)
    await push(anna)
    await anna.call('DELETE /sign-ins')
    await push(anna)
    await sendAllPushes(town)
    expect([one, two].map(({ received }) => received.length)).toEqual([2, 0])
  })

  test('A9: when one was signed out for doing nothing, also of what was on its way', async () => {
    const anna = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    town.now = town.now.add({ minutes: 31 })
    await push(anna)
    await sendAllPushes(town)
    expect(browser.received).toEqual([])
  })

  test('when somebody else signs in there and asks for theirs', async () => {
    const anna = await town.resident()
    const bas = await town.resident()
    const browser = service.browser()
    await subscribe(anna, browser)
    await subscribe(bas, browser)
    await push(anna)
    await sendAllPushes(town)
    expect(browser.received).toEqual([])
    await push(bas)
    await sendAllPushes(town)
    expect(browser.received).toHaveLength(1)
  })
})

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/QGuQ', true],
  ['https://wns2-am3p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
  ['https://fcm.googleapis.com.evil.example/abc', false],
  ['https://evil.example/push.apple.com', false],
  ['https://anna@web.push.apple.com/abc', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['http://localhost:5432/', false],
  ['https://push.example.nl/abc', false],
])('a push to %s is sent: %j', (endpoint, isSent) => {
  expect(isPushService(endpoint, ['https://else.example'])).toBe(isSent)
})

test('only known services are called, whatever a browser says', async () => {
  const anna = await town.resident()
  const { keys } = service.browser().subscription
  const body = { endpoint: 'https://169.254.169.254/latest', keys }
  const answer = await anna.call('PUT /push-subscriptions/current', { body })
  expect(answer).toMatchObject({ status: 409, body: { code: 'pushServiceUnknown' } })
})

test.each([
  ['file:///etc/passwd', 'B'.repeat(87), 'A'.repeat(22)],
  ['https://fcm.googleapis.com/a', 'short', 'A'.repeat(22)],
  ['https://fcm.googleapis.com/a', 'B'.repeat(87), ''],
])('what no browser says is not taken: %s %s %s', async (endpoint, p256dh, auth) => {
  const anna = await town.resident()
  const body = { endpoint, keys: { p256dh, auth } }
  expect((await anna.call('PUT /push-subscriptions/current', { body })).status).toBe(400)
})

test.each([{ p256dh: 'A'.repeat(87) }, { auth: 'A'.repeat(21) }])(
  'a key that is none, $p256dh$auth, ends the subscription and fails nothing',
  async (broken) => {
    const anna = await town.resident()
    const { endpoint, keys } = service.browser().subscription
    const body = { endpoint, keys: { ...keys, ...broken } }
    expect((await anna.call('PUT /push-subscriptions/current', { body })).status).toBe(204)
    await push(anna)
    expect(await sendAllPushes(town)).toEqual([])
    expect((await anna.call('GET /push-subscriptions/current')).body.isOn).toBe(false)
  },
)

test('a fault of ours forgets no browser, and is tried again', async () => {
  const anna = await town.resident()
  const browser = service.browser()
  await subscribe(anna, browser)
  await push(anna)
  const send = webPushSender(publicUrl)
  const broken: PushSender = (message) =>
    send({ ...message, key: { ...message.key, privateKey: 'none' } })
  expect(await sendAllPushes(town, broken)).toEqual([])
  expect((await anna.call('GET /push-subscriptions/current')).body.isOn).toBe(true)
  town.now = town.now.add({ seconds: 40 })
  expect(await sendAllPushes(town)).toEqual([])
  expect(browser.received).toHaveLength(1)
})

function push({ accountId }: { readonly accountId: string }): Promise<void> {
  const expiresAt = town.now.add({ hours: 1 })
  return town.db
    .transaction()
    .execute((tx) => sendPush(tx, { accountId, what: { content }, expiresAt }, town.now))
}
