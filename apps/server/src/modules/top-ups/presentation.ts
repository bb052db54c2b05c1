/** Top-ups as the API tells of them. */
import type { TopUp, TopUpOption as Option } from '@2park/contract/top-ups'
import type { Product, TopUpOption } from '#modules/products/index.ts'
import type { z } from 'zod/mini'
import type { Payment } from './payments.queries.ts'

export type PresentedTopUp = z.output<typeof TopUp>

type Holding = Pick<Product, 'unit' | 'balance'>

export function presentTopUp(payment: Payment, { unit, balance }: Holding): PresentedTopUp {
  const { id, productId, priceCents, gives, status, createdAt } = payment
  return {
    id,
    productId,
    price: { unit: 'money', value: priceCents },
    gives: { unit, value: gives },
    state: status === 'new' ? 'open' : status,
    createdAt: createdAt.toString(),
    balance: { unit, value: balance },
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
