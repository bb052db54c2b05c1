/** The sheet that the address asks for, over the page of a product's sessions. */
import { Suspense } from 'react'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import type { Product } from '#products.ts'
import type { Session } from '#sessions.ts'
import { closeSheet } from '#routing/navigation.ts'
import type { SessionsPlace } from '#routing/place.ts'
import { DeleteSheet, ExtendSheet, NewSessionSheet, StopSheet } from './sheets.ts'

type Props = {
  readonly place: SessionsPlace
  readonly product: Product
  readonly sessions: readonly Session[] | undefined
}

export function SessionSheets({ place, product, sessions }: Props) {
  const { sheet, session: sessionId } = place
  const session = sessions?.find(({ id }) => id === sessionId)
  if (sheet === 'new') {
    return (
      <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
        <NewSessionSheet product={product} onClose={closeSheet} />
      </Suspense>
    )
  }
  // Ended in the meantime, or an old address: there is nothing left to do with it.
  if (session === undefined) return null
  return (
    <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
      {sheet === 'stop' && <StopSheet product={product} session={session} onClose={closeSheet} />}
      {sheet === 'delete' && (
        <DeleteSheet product={product} session={session} onClose={closeSheet} />
      )}
      {sheet === 'extend' && (
        <ExtendSheet product={product} session={session} onClose={closeSheet} />
      )}
    </Suspense>
  )
}
