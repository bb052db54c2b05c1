/** The sheet that the address asks for, over the page of a product's sessions. */
import { Suspense, useState } from 'react'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import type { Product } from '#products.ts'
import type { Session } from '#sessions.ts'
import { closeSheet } from '#routing/navigation.ts'
import type { SessionsPlace } from '#routing/place.ts'
import { DeleteSheet, ExtendSheet, LeaveSheet, NewSessionSheet, StopSheet } from './sheets.ts'

type Props = {
  readonly place: SessionsPlace
  readonly product: Product
  readonly sessions: readonly Session[] | undefined
}

export function SessionSheets({ place, product, sessions }: Props) {
  const { sheet, session: sessionId } = place
  const session = useKept(
    sessions?.find(({ id }) => id === sessionId),
    sessionId,
  )
  if (sheet === 'new') {
    return (
      <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
        <NewSessionSheet product={product} onClose={closeSheet} />
      </Suspense>
    )
  }
  if (sheet === 'leave' && product.delegation) {
    return (
      <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
        <LeaveSheet product={product} onClose={closeSheet} />
      </Suspense>
    )
  }
  // An old address: there is nothing left to do with it.
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

/** A session that ended while its sheet was open stays there, with what the server said about it. */
function useKept(found: Session | undefined, id: string | undefined): Session | undefined {
  const [last, setLast] = useState(found)
  if (found !== undefined && found !== last) setLast(found)
  return found ?? (last?.id === id ? last : undefined)
}
