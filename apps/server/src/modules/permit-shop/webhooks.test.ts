import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { httpWebhook } from '#adapters/webhooks/http-webhook.ts'
import { forgetting } from '#jobs/forgetting.ts'
import { arrangeShop } from '../../../test/arrange.ts'
import { shopClientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { startWebhookReceiver } from '../../../test/webhook-receiver.ts'
import { webhookJob } from './permit-shop.jobs.ts'
import { pauses } from './webhooks.ts'

const town = await openTown()
const complaints: string[] = []

beforeEach(() => {
  town.now = mondayAtTen
  complaints.length = 0
})

describe('the webhook of a permit shop', () => {
  test('A5: is told that a product was linked, signed, once', async () => {
    const { receiver, webhookSecret, productId } = await link()
    await send()
    await send()
    const [message] = receiver.received
    expect(receiver.received).toHaveLength(1)
    expect(message?.path).toBe('/webhooks/2park')
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'product.linked',
      timestamp: '2026-03-02T09:00:00Z',
      data: { productId },
    })
    const { 'webhook-id': id, 'webhook-timestamp': at, ...headers } = message?.headers ?? {}
    expect(at).toBe(String(mondayAtTen.epochMilliseconds / 1000))
    const key = Buffer.from(webhookSecret?.replace('whsec_', '') ?? '', 'base64')
    const signed = createHmac('sha256', key).update(`${id}.${at}.${message?.body}`)
    expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`)
  })

  test.each([
    [500, 'answered 500'],
    // Followed, it would lead wherever the shop says.
    [302, 'answered 302'],
  ])('is tried again after %i', async (answer, lastError) => {
    const { receiver, call } = await link()
    receiver.answer = answer
    await send()
    expect(await stateOf(call)).toMatchObject({ waiting: 1, givenUp: 0, lastError })
    await send()
    expect(receiver.received).toHaveLength(1)
    receiver.answer = 200
    town.now = town.now.add(pauses[0] ?? {})
    await send()
    const ids = receiver.received.map(({ path, headers }) => `${path} ${headers['webhook-id']}`)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(await stateOf(call)).toMatchObject({ waiting: 0, givenUp: 0 })
  })

  test('is tried again where nobody answers', async () => {
    const { receiver, call } = await link()
    await receiver[Symbol.asyncDispose]()
    await send()
    expect(await stateOf(call)).toMatchObject({ waiting: 1, lastError: 'ECONNREFUSED' })
  })

  test('is given up after growing pauses, and both the shop and the operator see it', async () => {
    const { receiver, call } = await link()
    receiver.answer = 503
    await send()
    for (const [turn, pause] of pauses.entries()) {
      town.now = town.now.add(pause).subtract({ seconds: 1 })
      await send()
      expect(receiver.received).toHaveLength(turn + 1)
      town.now = town.now.add({ seconds: 1 })
      await send()
      expect(receiver.received).toHaveLength(turn + 2)
    }
    expect(complaints.filter((complaint) => complaint.includes('503'))).toEqual([
      expect.stringMatching(/^Webhook [\w-]+ was given up after try 7: answered 503\.$/),
    ])
    expect(await stateOf(call)).toMatchObject({
      waiting: 0,
      givenUp: 1,
      lastError: 'answered 503',
    })
    town.now = town.now.add({ hours: 1000 })
    await send()
    expect(receiver.received).toHaveLength(pauses.length + 1)
  })

  test('is sent by one process, however many look at once', async () => {
    const { receiver } = await link()
    await Promise.all([send(), send(), send()])
    expect(receiver.received).toHaveLength(1)
  })

  test('is forgotten two weeks after the shop has taken it, and kept where it never did', async () => {
    const taken = await link()
    const refused = await link()
    refused.receiver.answer = 503
    await send()
    const left = async ({ shopId }: { readonly shopId: string }) => {
      const rows = town.db.selectFrom('webhook_messages').select('id')
      return (await rows.where('permit_shop_id', '=', shopId).execute()).length
    }
    const forget = async () => {
      for (const { run } of forgetting) await run({ db: town.db, now: () => town.now })
      return [await left(taken), await left(refused)]
    }
    town.now = mondayAtTen.add({ hours: 14 * 24 }).subtract({ seconds: 1 })
    expect(await forget()).toEqual([1, 1])
    town.now = town.now.add({ seconds: 1 })
    expect(await forget()).toEqual([0, 1])
  })

  test('is told nothing where the linking did not happen', async () => {
    const anna = await town.resident()
    const { receiver, token } = await issue(anna)
    const eve = await town.resident()
    const { status } = await eve.call('POST /links/_accept', { body: { token } })
    expect(status).toBe(409)
    await send()
    expect(receiver.received).toEqual([])
  })
})

type Call = ReturnType<typeof shopClientOf>

async function issue(anna: Resident) {
  const receiver = await startWebhookReceiver()
  onTestFinished(async () => receiver[Symbol.asyncDispose]())
  const shop = await arrangeShop(town.db, { webhookAddress: receiver.address })
  const call = shopClientOf(town.app, shop.token)
  const body = {
    productType: 'BEZOEK',
    area: 'A',
    email: anna.email,
    validFrom: '2026-03-01T00:00:00Z',
    validUntil: '2027-03-01T00:00:00Z',
  }
  const issued = await call('POST /permit-shop/products', { body })
  const [mail] = await town.mailsTo(anna.email)
  const token = new URL(mail?.links[0] ?? '').hash.slice(1)
  return { ...shop, receiver, call, token, productId: issued.body.id }
}

async function link() {
  const anna = await town.resident()
  const issued = await issue(anna)
  const { status } = await anna.call('POST /links/_accept', { body: { token: issued.token } })
  expect(status).toBe(200)
  return issued
}

function send(): Promise<void> {
  const report = (error: Error) => complaints.push(error.message)
  return webhookJob(httpWebhook, report).run({ db: town.db, now: () => town.now })
}

async function stateOf(call: Call) {
  return (await call('GET /permit-shop')).body.webhook
}
