/** Top-ups as the API tells of them. */
import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { TopUp, TopUpOption as Option } from '@2park/contract/top-ups'
import type { Product, TopUpOption } from '#modules/products/index.ts'
import type { z } from 'zod/mini'
import type { HeldPayment, Payment } from './payments.queries.ts'

export type PresentedTopUp = z.output<typeof TopUp>

type HeldTopUp = Output<Api['GET /account/held-data']>['topUps'][number]

type Holding = Pick<Product, 'unit' | 'balance'>

export function presentTopUp(payment: Payment, { unit, balance }: Holding): PresentedTopUp {
  return { ...presentHeldTopUp({ ...payment, unit }), balance: { unit, value: balance } }
}

/** As it is part of what is held about somebody: without what the product has left. */
export function presentHeldTopUp(payment: HeldPayment): HeldTopUp {
  const { id, productId, priceCents, gives, unit, status, createdAt } = payment
  return {
    id,
    productId,
    price: { unit: 'money', value: priceCents },
    gives: { unit, value: gives },
    state: status === 'new' ? 'open' : status,
    createdAt: createdAt.toString(),
  }
}

export function presentOption(
  { id, priceCents, gives }: TopUpOption,
  { unit, balance }: Holding,
): z.output<typeof Option> {
  return {
    id,
    price: { unit: 'money', value: priceCents },
    gives: { unit, value: gives },
    balanceAfter: { unit, value: balance + gives },
  }
}
