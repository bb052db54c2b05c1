/** What Mollie lists: methods, and the refunds and chargebacks of a payment (hal+json). */
import { euros, link, type MolliePayment, type MoneyBack } from './mollie-payments.ts'

const json = 'application/hal+json'

export function writeMethods(address: string): object {
  const methods = [
    ['ideal', 'iDEAL', '0.01', '50000.00'],
    ['banktransfer', 'Bank transfer', '0.01', '1000000.00'],
  ] as const
  const written = methods.map(([id, description, least, most]) => ({
    resource: 'method',
    id,
    description,
    minimumAmount: { currency: 'EUR', value: least },
    maximumAmount: { currency: 'EUR', value: most },
    image: Object.fromEntries(
      ['size1x', 'size2x', 'svg'].map((size) => [size, `${address}/${id}`]),
    ),
    status: 'activated',
    _links: { self: link(`${address}/v2/methods/${id}`, json) },
  }))
  return list('methods', written, `${address}/v2/methods`)
}

export function writeRefunds(payment: MolliePayment, address: string): object {
  const refunds = payment.refunds.map((refund) => writeRefund(payment, refund, address))
  return list('refunds', refunds, `${address}/v2/payments/${payment.id}/refunds`)
}

export function writeRefund(
  { id: paymentId, order }: MolliePayment,
  { id, cents, at, description = order.description }: MoneyBack,
  address: string,
): object {
  return {
    resource: 'refund',
    id,
    mode: 'test',
    description,
    amount: euros(cents),
    metadata: null,
    paymentId,
    status: 'pending',
    createdAt: at.toString(),
    _links: {
      self: link(`${address}/v2/payments/${paymentId}/refunds/${id}`, json),
      payment: link(`${address}/v2/payments/${paymentId}`, json),
      documentation: link(`${address}/documentation`, 'text/html'),
    },
  }
}

export function writeChargebacks({ id: paymentId, chargebacks }: MolliePayment, address: string) {
  const written = chargebacks
    .filter(({ cents }) => cents > 0)
    .map(({ id, cents, at }) => ({
      resource: 'chargeback',
      id,
      amount: euros(cents),
      reason: null,
      paymentId,
      createdAt: at.toString(),
      reversedAt: null,
      _links: {
        self: link(`${address}/v2/payments/${paymentId}/chargebacks/${id}`, json),
        payment: link(`${address}/v2/payments/${paymentId}`, json),
      },
    }))
  return list('chargebacks', written, `${address}/v2/payments/${paymentId}/chargebacks`)
}

function list(name: string, all: readonly object[], address: string): object {
  return {
    count: all.length,
    _embedded: { [name]: all },
    _links: {
      self: link(address, json),
      previous: null,
      next: null,
      documentation: link(`${address}#documentation`, 'text/html'),
    },
  }
}
