/**
 * Mollie on this machine, for tests: the same API over plain http, a checkout page, webhooks with
 * Mollie's timetable, and everything that can go wrong with them. Its clock is the test's.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { checkoutPage, outcomeOf } from './mollie-checkout.ts'
import { writeChargebacks, writeMethods, writeRefund, writeRefunds } from './mollie-lists.ts'
import {
  centsOf,
  euros,
  expire,
  isCancelable,
  newId,
  openPayment,
  sumOf,
  wrongField,
  writePayment,
  writeProblem,
  type MolliePayment,
  type MollieStatus,
  type MoneyBack,
  type PaymentOrder,
} from './mollie-payments.ts'

/** Minutes between the tries of a webhook that was not answered with 200. */
const tries = [0, 1, 2, 4, 8, 16, 29, 60, 120, 1320]

type Delivery = {
  readonly id: string
  readonly url: string
  readonly attempt: number
  readonly dueAt: Temporal.Instant
}
type Answered = { readonly status: number; readonly body: object | undefined }
type Kept = Answered & { readonly sent: string; readonly at: Temporal.Instant }

/** What may happen to a call: it waits for something, or has trouble in the place of an answer. */
export type Meddling = {
  readonly before?: (call: string) => Promise<number | undefined> | number | undefined
  readonly after?: (call: string) => Promise<void>
}

/** What it knows, and what is done to it. */
type Books = {
  readonly apiKey: string
  readonly now: () => Temporal.Instant
  readonly payments: Map<string, MolliePayment>
  readonly kept: Map<string, Kept>
  /** The keys of calls that are not answered yet. */
  readonly busy: Set<string>
  readonly due: Delivery[]
  readonly state: { meddling: Meddling; losesWebhooks: boolean }
}

export async function startMollie(apiKey: string, now: () => Temporal.Instant) {
  const state: Books['state'] = { meddling: {}, losesWebhooks: false }
  const books: Books = {
    apiKey,
    now,
    payments: new Map(),
    kept: new Map(),
    busy: new Set(),
    due: [],
    state,
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = `${request.method} ${new URL(request.url ?? '', url).pathname}`
    const sent = await text(request)
    const [, checkedOut] = /^(?:GET|POST) \/checkout\/(\w+)$/.exec(call) ?? []
    if (checkedOut !== undefined) return checkOut(books, response, { id: checkedOut, sent })
    const answered = await alone(books, request, async () => {
      const trouble = await state.meddling.before?.(call)
      return trouble
        ? { status: trouble, body: writeProblem(trouble, 'There is trouble.') }
        : reply(books, request, { call, sent, address: url.origin })
    })
    await state.meddling.after?.(call)
    response.writeHead(answered.status, {
      'content-type': 'application/hal+json',
      ...('replayed' in answered && { 'idempotent-replayed': 'true' }),
    })
    response.end(answered.body && JSON.stringify(answered.body))
  }

  const change = (id: string, what: Partial<MolliePayment>) => changePayment(books, id, what)
  return {
    url,
    state,
    payments: books.payments,
    set: (id: string, status: MollieStatus) => {
      tell(books, change(id, { status, changedAt: now() }))
    },
    deliver: () => deliver(books),
    /** Announces a payment once more, as Mollie may at any time. */
    announce: (id: string) => tell(books, getPayment(books, id)),
    /** As in its dashboard. */
    refund: (id: string, cents: number) => void refund(books, id, { cents }),
    /** A chargeback that is withdrawn is one below zero. */
    chargeBack: (id: string, cents: number) => {
      const chargeback = { id: newId('chb'), cents, at: now() }
      const { chargebacks } = getPayment(books, id)
      tell(books, change(id, { chargebacks: [...chargebacks, chargeback] }))
    },
    /** As if it had been paid in another amount than was ordered. */
    pretend: (id: string, cents: number) => {
      change(id, { order: { ...getPayment(books, id).order, amount: euros(cents) } })
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function getPayment(books: Books, id: string): MolliePayment {
  const payment = books.payments.get(id)
  if (!payment) throw new Error(`no payment ${id}`)
  if (expire(payment, books.now())) tell(books, payment)
  return payment
}

function changePayment(books: Books, id: string, what: Partial<MolliePayment>): MolliePayment {
  const payment = { ...getPayment(books, id), ...what }
  books.payments.set(id, payment)
  return payment
}

function refund(books: Books, id: string, { cents, description }: Omit<MoneyBack, 'id' | 'at'>) {
  const made = { id: newId('re'), cents, description, at: books.now() }
  const { refunds } = getPayment(books, id)
  tell(books, changePayment(books, id, { refunds: [...refunds, made] }))
  return made
}

type CheckOut = { readonly id: string; readonly sent: string }

/** The payer's side: nobody has to have a key. The way back says nothing of how it went. */
function checkOut(books: Books, response: ServerResponse, { id, sent }: CheckOut): void {
  if (!books.payments.has(id)) {
    response.writeHead(404).end()
    return
  }
  const payment = getPayment(books, id)
  if (sent === '') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(checkoutPage(payment))
    return
  }
  const outcome = outcomeOf(sent)
  if (outcome === undefined || payment.status !== 'open') {
    response.writeHead(422).end()
    return
  }
  if (outcome !== 'open') {
    tell(books, changePayment(books, id, { status: outcome, changedAt: books.now() }))
  }
  response.writeHead(302, { location: payment.order.redirectUrl }).end()
}

/** Two calls at once with one key are one too many. */
async function alone(
  { busy }: Books,
  { headers, method }: IncomingMessage,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const key = method === 'POST' ? String(headers['idempotency-key']) : ''
  if (busy.has(key)) return { status: 409, body: writeProblem(409, 'The key is in use.') }
  if (key) busy.add(key)
  return work().finally(() => busy.delete(key))
}

function tell({ due, state, now }: Books, { id, order }: MolliePayment): void {
  if (order.webhookUrl === undefined || state.losesWebhooks) return
  due.push({ id, url: order.webhookUrl, attempt: 0, dueAt: now() })
}

/** Sends the webhooks that are due; those that are not taken come again by the timetable. */
async function deliver(books: Books): Promise<void> {
  const { payments, due, now } = books
  for (const id of payments.keys()) getPayment(books, id)
  const at = now()
  const going = due.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, at) <= 0)
  await Promise.all(
    going.map(async (delivery) => {
      due.splice(due.indexOf(delivery), 1)
      const isTaken = await post(delivery)
      const attempt = delivery.attempt + 1
      const wait = tries[attempt]
      if (isTaken || wait === undefined) return
      due.push({ ...delivery, attempt, dueAt: at.add({ minutes: wait }) })
    }),
  )
}

type Asked = { readonly call: string; readonly sent: string; readonly address: string }

function reply(books: Books, request: IncomingMessage, asked: Asked): Answered {
  const { authorization } = request.headers
  if (authorization !== `Bearer ${books.apiKey}`)
    return { status: 401, body: writeProblem(401, 'Missing authentication, or failed.') }
  if (asked.call === 'POST /v2/payments')
    return create(books, String(request.headers['idempotency-key']), asked)
  if (asked.call === 'GET /v2/methods') return { status: 200, body: writeMethods(asked.address) }
  const [, verb = '', id = '', part = ''] =
    /^(GET|POST|DELETE) \/v2\/payments\/(\w+)(?:\/(refunds|chargebacks))?$/.exec(asked.call) ?? []
  if (!books.payments.has(id)) return { status: 404, body: writeProblem(404, `No payment ${id}.`) }
  const does = ofPayment[`${verb} ${part}`]
  return does ? does(books, id, asked) : { status: 405, body: writeProblem(405, 'Not here.') }
}

const ofPayment: Readonly<Record<string, (books: Books, id: string, asked: Asked) => Answered>> = {
  'GET ': (books, id, { address }) => ({
    status: 200,
    body: writePayment(getPayment(books, id), address),
  }),
  'DELETE ': (books, id, { address }) => {
    if (!isCancelable(getPayment(books, id)))
      return { status: 422, body: writeProblem(422, 'The payment cannot be canceled.') }
    const canceled = changePayment(books, id, { status: 'canceled', changedAt: books.now() })
    tell(books, canceled)
    return { status: 200, body: writePayment(canceled, address) }
  },
  'GET refunds': (books, id, { address }) => ({
    status: 200,
    body: writeRefunds(getPayment(books, id), address),
  }),
  'POST refunds': (books, id, { sent, address }) => {
    const payment = getPayment(books, id)
    const { amount, description } = JSON.parse(sent) as Partial<PaymentOrder> // Looked into just below.
    const cents = centsOf(amount?.value ?? '0.00')
    const left = centsOf(payment.order.amount.value) - sumOf(payment.refunds)
    if (payment.status !== 'paid' || cents <= 0 || cents > left)
      return { status: 422, body: writeProblem(422, 'The amount is too high.', 'amount') }
    const made = refund(books, id, { cents, description })
    return { status: 201, body: writeRefund(payment, made, address) }
  },
  'GET chargebacks': (books, id, { address }) => ({
    status: 200,
    body: writeChargebacks(getPayment(books, id), address),
  }),
}

/** Keys live for an hour. */
function create(
  { now, kept, payments }: Books,
  key: string,
  { sent, address }: Asked,
): Answered & { readonly replayed?: true } {
  const first = kept.get(key)
  if (first && Temporal.Instant.compare(first.at.add({ hours: 1 }), now()) > 0) {
    if (first.sent !== sent) return { status: 400, body: writeProblem(400, 'Key was used.') }
    return { ...first, replayed: true }
  }
  const order = JSON.parse(sent) as PaymentOrder // Looked into just below.
  const field = wrongField(order)
  if (field) return { status: 422, body: writeProblem(422, `The ${field} is invalid.`, field) }
  const payment = openPayment(order, now())
  payments.set(payment.id, payment)
  const made = { status: 201, body: writePayment(payment, address) }
  kept.set(key, { ...made, sent, at: now() })
  return made
}

async function post({ id, url }: Delivery): Promise<boolean> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Mollie HTTP client/1.0',
  }
  try {
    const { status } = await fetch(url, { method: 'POST', headers, body: `id=${id}` })
    return status === 200
  } catch {
    return false
  }
}
