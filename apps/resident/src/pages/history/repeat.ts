/** Parking a visitor of before once more: the form of a new session, with their plate in it. */
import { serverNow } from '@2park/web/clock'
import type { PlateValue } from '@2park/web/components/PlateField'
import { newSessionDrafts } from '#pages/new-session/new-session-drafts.ts'
import { emptyForm } from '#pages/new-session/form.ts'
import type { Product } from '#products.ts'
import { go } from '#routing/navigation.ts'

export function repeat({ id: productId, kind, organisation }: Product, plate: PlateValue): void {
  const usualEnd = kind === 'temporaryPlate' ? 'open' : 'endOfDay'
  newSessionDrafts.keep(productId, {
    ...emptyForm(serverNow(), organisation.timeZone, usualEnd),
    plate,
  })
  go({ page: 'sessions', productId, sheet: 'new' })
}
