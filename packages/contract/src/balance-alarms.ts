/** A warning when a balance drops below what its user chose (M3, M8). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id, UnitAmount } from './fields.ts'

export const BalanceAlarm = z.object({
  productId: Id,
  /** Below this it rings. */
  threshold: UnitAmount,
  isBelow: z.boolean(),
})

/** In the unit of the product's balance: euro cents, seconds, or actions. */
export const BalanceAlarmInput = z.strictObject({
  threshold: z.int().check(z.gte(1), z.lte(1_000_000_000)),
})

const ProductParams = z.object({ productId: Id })

export const balanceAlarmEndpoints = endpoints({
  'GET /balance-alarms': {
    summary: 'The balance alarms of the signed-in user, of all their products (M3).',
    tag: 'balance alarms',
    response: z.object({ balanceAlarms: z.array(BalanceAlarm) }),
    status: 200,
    problems: [],
  },
  'PUT /products/{productId}/balance-alarm': {
    summary: 'Be warned once each time the balance drops below a threshold (M8).',
    tag: 'balance alarms',
    params: ProductParams,
    body: BalanceAlarmInput,
    response: BalanceAlarm,
    status: 200,
    problems: [],
  },
  'DELETE /products/{productId}/balance-alarm': {
    summary: 'Be warned no more. Where no alarm is set, nothing changes.',
    tag: 'balance alarms',
    params: ProductParams,
    status: 204,
    problems: [],
  },
})
