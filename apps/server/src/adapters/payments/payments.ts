/** Who takes the money, as the settings say. Mollie's library is large: who has no use for it loads none. */
import type { PaymentSettings } from '#config.ts'
import type { PaymentProvider } from '#modules/top-ups/payments.port.ts'
import { webhookPath } from '#modules/top-ups/webhook.routes.ts'
import type { World } from '#world.ts'
import { openSandboxBank, type SandboxBank } from './sandbox.ts'

export type Payments = PaymentProvider | SandboxBank

export async function openPayments(settings: PaymentSettings, world: World): Promise<Payments> {
  if (settings.provider === 'sandbox') return openSandboxBank(world)
  const { openMollie } = await import('./mollie.ts')
  const { publicUrl } = world
  // Mollie itself refuses an address that it could not call.
  const isReachable = publicUrl.protocol === 'https:' || settings.url !== undefined
  const webhookUrl = isReachable ? new URL(webhookPath, publicUrl) : undefined
  return openMollie({ ...settings, webhookUrl })
}

export function isSandbox(payments: Payments): payments is SandboxBank {
  return 'press' in payments
}
