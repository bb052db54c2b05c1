/**
 * The bank of a demo: payments are made and asked about as with a real provider, but one pays by
 * pressing a button on `sandbox-bank.routes.ts`. It takes no money, so production never has it:
 * `config.ts` sees to that.
 */
import { randomUUID } from 'node:crypto'
import { invariant } from '@2park/domain/invariant'
import type {
  PaymentProvider,
  ProviderPayment,
  ProviderStatus,
} from '#modules/top-ups/payments.port.ts'
import type { World } from '#world.ts'
import {
  findSandboxPayment,
  insertSandboxPayment,
  updateSandboxStatus,
  type SandboxPayment,
} from './sandbox.queries.ts'

export const sandboxPath = '/sandbox-bank'

const lifetime = { minutes: 15 }

export type SandboxBank = PaymentProvider & {
  readonly look: (id: string) => Promise<SandboxPayment | undefined>
  /** Presses a button of its page; without effect once the payment has ended. */
  readonly press: (id: string, outcome: ProviderStatus) => Promise<void>
}

export function openSandboxBank({
  db,
  now,
  publicUrl,
}: Pick<World, 'db' | 'now' | 'publicUrl'>): SandboxBank {
  const look = async (by: Parameters<typeof findSandboxPayment>[1]) => {
    const payment = await findSandboxPayment(db, by)
    return payment && { ...payment, status: statusAt(payment, now()) }
  }
  const present = (payment: SandboxPayment): ProviderPayment => ({
    id: payment.id,
    orderId: payment.paymentId,
    status: payment.status,
    currency: 'EUR',
    amountCents: payment.amountCents,
    returnedCents: 0,
    checkoutUrl:
      payment.status === 'open' || payment.status === 'pending'
        ? new URL(`${sandboxPath}/${payment.id}`, publicUrl).href
        : undefined,
  })
  return {
    create: async ({ id, priceCents, description, language, returnUrl }) => {
      await insertSandboxPayment(db, {
        id: `sandbox_${randomUUID()}`,
        paymentId: id,
        amountCents: priceCents,
        description,
        language,
        returnUrl: returnUrl.href,
        status: 'open',
        expiresAt: now().add(lifetime),
      })
      const made = await look({ paymentId: id })
      invariant(made !== undefined, `the sandbox has lost payment ${id}`)
      return present(made)
    },
    find: async (id) => {
      const found = await look({ id })
      return found && present(found)
    },
    look: (id) => look({ id }),
    press: async (id, outcome) => {
      const payment = await look({ id })
      const isOpen = payment?.status === 'open' || payment?.status === 'pending'
      if (isOpen) await updateSandboxStatus(db, id, outcome)
    },
  }
}

function statusAt({ status, expiresAt }: SandboxPayment, now: Temporal.Instant): ProviderStatus {
  const isUnfinished = status === 'open' || status === 'pending'
  return isUnfinished && Temporal.Instant.compare(expiresAt, now) <= 0 ? 'expired' : status
}
