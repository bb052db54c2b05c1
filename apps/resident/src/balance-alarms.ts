/** The balance alarms of the signed-in user (M3), by product. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { UnitAmount } from '@2park/web/format'
import { read, readAgain } from '@2park/web/read'
import type { Product } from './products.ts'

export type BalanceAlarm = {
  readonly threshold: UnitAmount
  /** By the balance that is on the screen, and not by an earlier one. */
  readonly isBelow: boolean
}

const alarmsRead = read('GET /balance-alarms', {})

/** Undefined while none is set, or none is known yet. */
export function useBalanceAlarm({ id, balance }: Product): BalanceAlarm | undefined {
  const alarms = useQuery(alarmsRead).data?.balanceAlarms
  const alarm = alarms?.find(({ productId }) => productId === id)
  if (!alarm) return undefined
  return { threshold: alarm.threshold, isBelow: balance.value < alarm.threshold.value }
}

export function readAlarmsAgain(client: QueryClient): Promise<void> {
  return readAgain(client, 'GET /balance-alarms')
}
