/** Payments survive a crash: the real server is killed between the steps, and started again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { password } from '../seed/people.ts'
import { buildWebApp, isWebAppFresh } from '../src/web-build.ts'
import { launchServer, type LaunchedServer } from './launched-server.ts'
import { startMollie } from './mollie/mollie-stand-in.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const apiKey = 'test_0123456789'
const clock = { ahead: 0 }
const begun = Temporal.Instant.from('2026-01-01T00:00Z')
const bank = await startMollie(apiKey, () => begun.add({ minutes: clock.ahead }))
const dataDir = mkdtempSync('/tmp/2park-payments-')
const port = await freePort()
const address = `http://localhost:${port}`
const running: { server?: LaunchedServer; cookie?: string } = {}

beforeAll(async () => {
  if (!isWebAppFresh()) await buildWebApp(AbortSignal.timeout(120_000))
  await start()
  await signIn()
})

afterAll(async () => {
  running.server?.kill('SIGTERM')
  await running.server?.ended
  bank.stop()
  rmSync(dataDir, { recursive: true })
})

test('D2: killed after the order is written and before the bank is asked: it can still be paid, once', async () => {
  const { productId, topUpId, before } = await order()
  await crashAt({ before: crash }, () => checkout(productId, topUpId))
  expect(paymentsOf(topUpId)).toHaveLength(0)
  expect((await checkout(productId, topUpId)).status).toBe(201)
  await payAndCheck({ productId, topUpId, before })
})

test('D2: killed after the bank made the payment and before we stored its name: it is the same one', async () => {
  const { productId, topUpId, before } = await order()
  await crashAt({ after: async () => void (await crash()) }, () => checkout(productId, topUpId))
  expect(paymentsOf(topUpId)).toHaveLength(1)
  expect((await checkout(productId, topUpId)).status).toBe(201)
  expect(paymentsOf(topUpId)).toHaveLength(1)
  await payAndCheck({ productId, topUpId, before })
})

test('D2: killed after the webhook came and before the credit: the webhook comes again, and credits once', async () => {
  const { productId, topUpId, before } = await order()
  await checkout(productId, topUpId)
  bank.set(paymentsOf(topUpId)[0]?.id ?? '', 'paid')
  await crashAt({ after: async () => void (await crash()) }, () => bank.deliver())
  clock.ahead += 1
  await bank.deliver()
  await bank.deliver()
  expect(await balanceOf(productId)).toBe(before + 10_00)
})

test('D3: what is reserved of the limit outlives a crash, and is free when its order is given up', async () => {
  const { productId } = await order()
  const all = (await optionsOf(productId)).length
  await order(all - 1)
  await order(all - 1)
  const left = (await optionsOf(productId)).length
  expect(left).toBeLessThan(all)
  await crashAt({}, crash)
  expect(await optionsOf(productId)).toHaveLength(left)
  // An hour on, the round along payments that hang has given them up.
  await fetch(`${address}/demo/clock`, {
    method: 'POST',
    body: new URLSearchParams({ to: 'hour' }),
  })
  await signIn()
  expect(await optionsOf(productId)).toHaveLength(all)
})

async function signIn(): Promise<void> {
  const answer = await call('POST', '/sign-ins', { email: 'daan@example.com', password })
  running.cookie = String(answer.headers.get('set-cookie')).split(';')[0] ?? ''
}

type Begun = { readonly productId: string; readonly topUpId: string; readonly before: number }

async function payAndCheck({ productId, topUpId, before }: Begun): Promise<void> {
  const [payment] = paymentsOf(topUpId)
  bank.set(payment?.id ?? '', 'paid')
  bank.announce(payment?.id ?? '')
  await bank.deliver()
  const answer = await call('GET', `/products/${productId}/top-ups/${topUpId}`)
  expect(await answer.json()).toMatchObject({ state: 'paid', balance: { value: before + 10_00 } })
}

/** Does something in the midst of which the server is killed, and starts it again. */
async function crashAt(meddling: typeof bank.state.meddling, work: () => Promise<unknown>) {
  bank.state.meddling = meddling
  await work().catch(() => undefined)
  bank.state.meddling = {}
  await start()
}

/** Nobody hears the answer any more. */
async function crash(): Promise<number> {
  bank.state.meddling = {}
  running.server?.kill('SIGKILL')
  await running.server?.ended
  return 503
}

async function start(): Promise<void> {
  const environment = {
    DATA_DIR: dataDir,
    PORT: String(port),
    MOLLIE_API_KEY: apiKey,
    MOLLIE_URL: bank.url.origin,
  }
  running.server = launchServer({ environment })
  await running.server.address()
}

async function order(index = 0): Promise<Begun> {
  const { products } = (await (await call('GET', '/products')).json()) as Products
  const [product] = products
  const productId = product?.id ?? ''
  const options = await optionsOf(productId)
  const body = { optionId: options[index]?.id, language: 'nl' }
  const ordered = await call('POST', `/products/${productId}/top-ups`, body)
  const { id } = (await ordered.json()) as { id: string }
  return { productId, topUpId: id, before: product?.balance.value ?? 0 }
}

async function optionsOf(productId: string): Promise<{ id: string }[]> {
  const offer = await call('GET', `/products/${productId}/top-up-options`)
  return ((await offer.json()) as { options: { id: string }[] }).options
}

type Products = { products: { id: string; balance: { value: number } }[] }

async function balanceOf(productId: string): Promise<number | undefined> {
  const { products } = (await (await call('GET', '/products')).json()) as Products
  return products.find(({ id }) => id === productId)?.balance.value
}

function checkout(productId: string, topUpId: string) {
  return call('POST', `/products/${productId}/top-ups/${topUpId}/checkouts`)
}

function paymentsOf(topUpId: string) {
  return [...bank.payments.values()].filter((payment) =>
    JSON.stringify(payment.order.metadata).includes(topUpId),
  )
}

function call(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(running.cookie && { cookie: running.cookie }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const found = server.address() as AddressInfo // It listens on a host and a port.
  await new Promise<void>((done) => server.close(() => done()))
  return found.port
}
