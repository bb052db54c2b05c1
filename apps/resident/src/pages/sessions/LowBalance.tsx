/** The warning on the screen that goes with a balance alarm (M8): as long as the balance is below it. */
import { Notice } from '@2park/web/components/Notice'
import { formatBalance } from '@2park/web/format'
import { useBalanceAlarm } from '#balance-alarms.ts'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import type { Product } from '#products.ts'

export function LowBalance({ product }: { readonly product: Product }) {
  const locale = useLocale()
  const alarm = useBalanceAlarm(product)
  if (!alarm?.isBelow) return null
  const amount = formatBalance(alarm.threshold, locale)
  return (
    <Notice kind="warning" role="alert">
      {m.alarm_notice({ amount })}
    </Notice>
  )
}
