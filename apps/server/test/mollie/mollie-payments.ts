/** The payments of the Mollie stand-in, and how Mollie writes them. */
import { randomBytes } from 'node:crypto'

export type MollieStatus = 'open' | 'pending' | 'paid' | 'failed' | 'canceled' | 'expired'

export type MolliePayment = {
  readonly id: string
  readonly order: PaymentOrder
  readonly createdAt: Temporal.Instant
  status: MollieStatus
  changedAt: Temporal.Instant
  /** What went back to the payer: by us, and by their bank; one below zero withdraws another. */
  readonly refunds: readonly MoneyBack[]
  readonly chargebacks: readonly MoneyBack[]
}

export type MoneyBack = {
  readonly id: string
  readonly cents: number
  readonly at: Temporal.Instant
  readonly description?: string | undefined
}

export type PaymentOrder = {
  readonly amount: { readonly currency: string; readonly value: string }
  readonly description: string
  readonly redirectUrl: string
  readonly webhookUrl?: string
  readonly locale?: string
  readonly method?: string
  readonly metadata?: unknown
}

/** iDEAL's. */
const lifetime = { minutes: 15 }

export function openPayment(order: PaymentOrder, now: Temporal.Instant): MolliePayment {
  return {
    id: newId('tr'),
    order,
    createdAt: now,
    status: 'open',
    changedAt: now,
    refunds: [],
    chargebacks: [],
  }
}

export function newId(prefix: 'tr' | 're' | 'chb'): string {
  return `${prefix}_${randomBytes(8).toString('hex').slice(0, 10)}`
}

/** Whether it has just expired. */
export function expire(payment: MolliePayment, now: Temporal.Instant): boolean {
  const isDue = Temporal.Instant.compare(payment.createdAt.add(lifetime), now) <= 0
  if (!isDue || (payment.status !== 'open' && payment.status !== 'pending')) return false
  payment.status = 'expired'
  payment.changedAt = now
  return true
}

/** The field that is wrong with what was sent, as Mollie names it; undefined if nothing is. */
export function wrongField(order: Partial<PaymentOrder>): string | undefined {
  if (!/^\d+\.\d\d$/.test(order.amount?.value ?? '')) return 'amount'
  if (order.amount?.currency !== 'EUR') return 'amount.currency'
  if (!order.description || order.description.length > 255) return 'description'
  return URL.canParse(order.redirectUrl ?? '') ? undefined : 'redirectUrl'
}

const momentOf: Readonly<Partial<Record<MollieStatus, string>>> = {
  paid: 'paidAt',
  failed: 'failedAt',
  canceled: 'canceledAt',
  expired: 'expiredAt',
}

/** A payment as Mollie answers it (hal+json). */
export function writePayment(payment: MolliePayment, address: string): object {
  const { id, order, status, createdAt, changedAt } = payment
  const [refundedCents, chargedBackCents] = [sumOf(payment.refunds), sumOf(payment.chargebacks)]
  const moment = momentOf[status]
  const isOpen = status === 'open'
  return {
    resource: 'payment',
    id,
    mode: 'test',
    createdAt: createdAt.toString(),
    amount: order.amount,
    description: order.description,
    method: order.method ?? null,
    metadata: order.metadata ?? null,
    status,
    isCancelable: isCancelable(payment),
    expiresAt: createdAt.add(lifetime).toString(),
    ...(moment && { [moment]: changedAt.toString() }),
    ...(status === 'paid' && {
      amountRefunded: euros(refundedCents),
      amountRemaining: euros(centsOf(order.amount.value) - refundedCents),
      details: { consumerName: null, consumerAccount: null, consumerBic: null },
    }),
    ...(chargedBackCents > 0 && { amountChargedBack: euros(chargedBackCents) }),
    locale: order.locale ?? null,
    profileId: 'pfl_standin000',
    sequenceType: 'oneoff',
    redirectUrl: order.redirectUrl,
    webhookUrl: order.webhookUrl ?? null,
    _links: {
      self: link(`${address}/v2/payments/${id}`, 'application/hal+json'),
      ...(isOpen && { checkout: link(`${address}/checkout/${id}`, 'text/html') }),
      dashboard: link(`${address}/dashboard/${id}`, 'text/html'),
      documentation: link(`${address}/documentation`, 'text/html'),
    },
  }
}

export function writeProblem(status: number, detail: string, field?: string): object {
  return {
    status,
    title: `Problem ${status}`,
    detail,
    ...(field && { field }),
    _links: {
      documentation: link('https://docs.mollie.com/overview/handling-errors', 'text/html'),
    },
  }
}

/** Whoever is sent to their bank can't be called back from there; a transfer can be given up. */
export function isCancelable({ status, order }: MolliePayment): boolean {
  return order.method === 'banktransfer' && (status === 'open' || status === 'pending')
}

export function sumOf(parts: readonly MoneyBack[]): number {
  return parts.reduce((sum, { cents }) => sum + cents, 0)
}

export function link(href: string, type: string) {
  return { href, type }
}

export function euros(cents: number) {
  return { currency: 'EUR', value: (cents / 100).toFixed(2) }
}

export function centsOf(value: string): number {
  return Math.round(Number(value) * 100)
}
