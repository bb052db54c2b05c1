/**
 * Payments by Mollie. Amounts travel as text with two decimals; a payment is theirs by `tr_…`. Our
 * order's id makes a creation that is tried again the same payment, and as metadata it tells us whose
 * payment a webhook is about, also before we have stored theirs.
 */
import type { Language } from '@2park/contract/language'
import { invariant } from '@2park/domain/invariant'
import { ClientCore } from 'mollie-api-typescript/core.js'
import { paymentsCreate } from 'mollie-api-typescript/funcs/paymentsCreate.js'
import { paymentsGet } from 'mollie-api-typescript/funcs/paymentsGet.js'
import { ClientError } from 'mollie-api-typescript/models/errors/clienterror.js'
import {
  ConnectionError,
  RequestAbortedError,
  RequestTimeoutError,
} from 'mollie-api-typescript/models/errors/httpclienterrors.js'
import type { PaymentResponse } from 'mollie-api-typescript/models/paymentresponse.js'
import type {
  PaymentProvider,
  ProviderPayment,
  ProviderStatus,
} from '#modules/top-ups/payments.port.ts'
import { Outage } from '#outage.ts'

export type MollieSettings = {
  readonly apiKey: string
  /** Another address than Mollie's own: a stand-in's. */
  readonly url: URL | undefined
  /** Undefined lets the payer choose on Mollie's screen. */
  readonly method: 'ideal' | undefined
  /** Where Mollie tells of news; undefined where it could not reach us. */
  readonly webhookUrl: URL | undefined
}

const locales = { nl: 'nl_NL', en: 'en_GB' } as const satisfies Readonly<Record<Language, string>>

const patienceMs = 8_000

export function openMollie({ apiKey, url, method, webhookUrl }: MollieSettings): PaymentProvider {
  const client = new ClientCore({
    security: { apiKey },
    ...(url && { serverURL: url.origin }),
    timeoutMs: patienceMs,
    retryConfig: {
      strategy: 'backoff',
      backoff: { initialInterval: 300, maxInterval: 1_500, exponent: 2, maxElapsedTime: 3_000 },
      retryConnectionErrors: true,
    },
  })
  return {
    create: async ({ id, priceCents, description, language, returnUrl }) => {
      const result = await paymentsCreate(client, {
        idempotencyKey: id,
        paymentRequest: {
          amount: { currency: 'EUR', value: toEuros(priceCents) },
          description,
          redirectUrl: returnUrl.href,
          locale: locales[language],
          metadata: { orderId: id },
          ...(webhookUrl && { webhookUrl: webhookUrl.href }),
          ...(method && { method }),
        },
      })
      if (!result.ok) throw failureOf(result.error)
      return toPayment(result.value)
    },
    find: async (paymentId) => {
      const result = await paymentsGet(client, { paymentId })
      if (result.ok) return toPayment(result.value)
      if (result.error instanceof ClientError && isUnknown(result.error)) return undefined
      throw failureOf(result.error)
    },
  }
}

/** No such payment, or never one: what somebody made up and sent us. */
function isUnknown({ statusCode }: ClientError): boolean {
  return statusCode === 404 || statusCode === 410 || statusCode === 422
}

/** What may pass by itself is an outage; that they don't understand us is a fault of ours. */
function failureOf(error: Error): Error {
  const isAway =
    error instanceof ConnectionError ||
    error instanceof RequestTimeoutError ||
    error instanceof RequestAbortedError
  const isBusy =
    error instanceof ClientError &&
    (error.statusCode >= 500 || error.statusCode === 429 || error.statusCode === 409)
  return isAway || isBusy ? new Outage('Mollie', { cause: error }) : error
}

function toPayment(payment: PaymentResponse): ProviderPayment {
  const { id, amount, amountRefunded, amountChargedBack, links, metadata } = payment
  const status = statuses[payment.status]
  invariant(status !== undefined, `a payment at Mollie is ${payment.status}`)
  const orderId =
    typeof metadata === 'object' && !Array.isArray(metadata) ? metadata?.['orderId'] : undefined
  return {
    id,
    orderId: typeof orderId === 'string' ? orderId : undefined,
    status,
    currency: amount.currency,
    amountCents: toCents(amount.value),
    returnedCents: toCents(amountRefunded?.value) + toCents(amountChargedBack?.value),
    checkoutUrl: links.checkout?.href,
  }
}

const statuses: Readonly<Record<string, ProviderStatus>> = {
  open: 'open',
  pending: 'pending',
  // Of methods that reserve first and take later; ours take at once.
  authorized: 'pending',
  paid: 'paid',
  failed: 'failed',
  canceled: 'cancelled',
  expired: 'expired',
}

/** 1250 is "12.50": by its digits, for a binary fraction is no amount of money. */
function toEuros(cents: number): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function toCents(euros = '0.00'): number {
  invariant(/^\d+\.\d\d$/.test(euros), `not an amount in euros: ${euros}`)
  return Number(euros.replace('.', ''))
}
