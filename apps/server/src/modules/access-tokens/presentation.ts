/** Says access tokens in the words of the contract. */
import type { AccessToken as Shape } from '@2park/contract/access-tokens'
import type { z } from 'zod/mini'
import type { AccessToken } from './access-tokens.queries.ts'

export type Shown = z.output<typeof Shape>

export function present(token: AccessToken, now: Temporal.Instant): Shown {
  const { productId, unit, dayLimit, createdAt, expiresAt, lastUsedAt } = token
  return {
    id: token.id,
    name: token.name,
    scope: token.scope,
    ...(productId !== null && { productId }),
    ...(dayLimit !== null &&
      unit !== null && {
        dayLimit: { unit, value: dayLimit },
        spentToday: { unit, value: spentToday(token, now) },
      }),
    createdAt: createdAt.toString(),
    ...(expiresAt && { expiresAt: expiresAt.toString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toString() }),
  }
}

/** By the clock of the municipality. */
function spentToday({ spent, spentOn, timeZone }: AccessToken, now: Temporal.Instant): number {
  if (spentOn === null || timeZone === null) return 0
  return spentOn.equals(now.toZonedDateTimeISO(timeZone).toPlainDate()) ? spent : 0
}
