/** Changing where a municipality says how accessible it is: what is left out is taken off. */
import type { AccessibilityInput } from '@2park/contract/accessibility'
import type { z } from 'zod/mini'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import type { Shop, World } from '#world.ts'
import { type Accessibility, updateAccessibility } from './accessibility.queries.ts'

export type SaveAccessibility = {
  readonly wish: z.output<typeof AccessibilityInput>
  readonly keep: Keep | undefined
}

export async function saveAccessibility(
  world: World,
  shop: Shop,
  { wish, keep }: SaveAccessibility,
): Promise<Accessibility> {
  const { organisationId } = shop
  const { statement, email } = wish
  const saved = {
    ...(statement !== undefined && { statement }),
    ...(email !== undefined && { email }),
  }
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    await updateAccessibility(tx, organisationId, saved)
    await recordChange(tx, {
      ...shop,
      action: 'accessibilityChanged',
      subjectId: organisationId,
      at,
    })
    await keepAnswer(tx, keep, saved)
    return saved
  })
}
