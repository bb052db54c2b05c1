/** What an ended session's cost was made up of (F4), fetched when somebody asks. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Wording } from '@2park/web/moments'
import { m } from '#paraglide/messages.js'
import { PriceTable } from '#booking/PriceLines.tsx'
import lines from '#booking/PricePanel.module.css'
import { NotYet } from '#problems/NotYet.tsx'
import { type EndedSession, priceRead } from './history.ts'

type Props = {
  readonly productId: string
  readonly session: EndedSession
  readonly wording: Wording
  /** Every card has the same words; its plate says which card it is. */
  readonly describedBy: string
}

export function MadeUpOf({ describedBy, ...asked }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={lines.lines} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-describedby={describedBy}>{m.price_lines()}</summary>
      {isOpen && <Lines {...asked} />}
    </details>
  )
}

function Lines({ productId, session, wording }: Omit<Props, 'describedBy'>) {
  const { data, error, refetch } = useQuery({
    ...priceRead(productId, session.id),
    // What was parked stays as it was.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return <NotYet {...{ error, refetch }} blockSize="5rem" />
  if (!data.price) return <p>{m.lines_not_known()}</p>
  return data.price.lines.length === 0 ? (
    <p>{m.free_throughout()}</p>
  ) : (
    <PriceTable price={data.price} wording={wording} />
  )
}
