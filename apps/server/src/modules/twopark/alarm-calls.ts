/** Being warned of a low balance. */
import { z } from 'zod/mini'
import { removeAlarm, setAlarm } from '#modules/balance-alarms/index.ts'
import { invalidFields, signedCall, Text } from './call.ts'
import { parseAmount } from './formats.ts'
import { getOpenProduct } from './open-products.ts'

const Threshold = z.object({ threshold_value: Text, autonomous_product_id: Text })

/** Below nothing there is nothing to be warned of: that takes the alarm away. */
export const setThreshold = signedCall(Threshold, async (visit, input) => {
  const { till, actor } = visit
  const { id: productId, unit } = await getOpenProduct(visit, input.autonomous_product_id)
  const threshold = parseAmount(input.threshold_value, unit)
  if (threshold === undefined) throw invalidFields(['threshold_value'])
  if (threshold === 0) await removeAlarm(till, actor, { productId, keep: undefined })
  else await setAlarm(till, actor, { productId, threshold, keep: undefined })
  return { data: {} }
})
