/** Says an alarm in the words of the contract. */
import type { BalanceAlarm as AlarmShape } from '@2park/contract/balance-alarms'
import type { z } from 'zod/mini'
import type { BalanceAlarm } from './balance-alarms.queries.ts'

export type PresentedAlarm = z.output<typeof AlarmShape>

export function presentAlarm({
  productId,
  threshold,
  unit,
  balance,
}: BalanceAlarm): PresentedAlarm {
  return { productId, threshold: { unit, value: threshold }, isBelow: balance < threshold }
}
