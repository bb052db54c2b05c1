/**
 * After the first session: that 2Park can remind one of its end, and on a phone that it can be on the home
 * screen. It stands below everything else and comes when that is there, so that nothing moves for it.
 */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button, buttonClass } from '@2park/web/components/Button'
import { Notice } from '@2park/web/components/Notice'
import { read } from '@2park/web/read'
import { endHint } from '#installed/hints.ts'
import { useInstalling } from '#installed/install.ts'
import { arePushesPossible } from '#installed/pushes.ts'
import { m } from '#paraglide/messages.js'
import { endedSessionsRead } from '#pages/history/history.ts'
import type { Product } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './ReminderHint.module.css'

type Props = {
  readonly product: Product
  /** How many cards stand above it. */
  readonly cards: number
}

export function ReminderHint({ product, cards }: Props) {
  const titleId = useId()
  const [cardsAtFirst] = useState(cards)
  const [isOver, setOver] = useState(false)
  const isReminded = useIsReminded()
  const { isPending } = useInfiniteQuery(endedSessionsRead(product.id))
  const installing = useInstalling()
  if (isOver || isPending || isReminded !== false) return null
  // A card that comes or goes by itself would push it away under a finger: it stays away while there
  // are more or fewer of them.
  if (cards !== cardsAtFirst) return null
  const hide = () => {
    endHint()
    setOver(true)
  }
  const isMailOnly = arePushesPossible(installing.way === 'byHand') === 'no'
  const section = isMailOnly ? 'notifications' : 'device'
  return (
    <section className={styles.hint} aria-labelledby={titleId}>
      <Notice>
        <h2 id={titleId}>{m.hint_title()}</h2>
        <span>{m.hint_reminders()}</span>
        {installing.way === 'byHand' && <span>{m.install_by_hand()}</span>}
        <div className={styles.actions}>
          <PlaceLink
            to={{ page: 'settings', product: product.id, section }}
            className={buttonClass()}
            onFollow={endHint}
          >
            {m.hint_follow()}
          </PlaceLink>
          {installing.way === 'offered' && isPhone() && (
            <Button onClick={installing.install}>{m.install()}</Button>
          )}
          <Button look="quiet" onClick={hide}>
            {m.hint_hide()}
          </Button>
        </div>
      </Notice>
    </section>
  )
}

/** By this browser or by mail; undefined until it is known. */
function useIsReminded(): boolean | undefined {
  const pushes = useQuery(read('GET /push-subscriptions/current', {})).data
  const chosen = useQuery(read('GET /account/notifications', {})).data
  if (!pushes || !chosen) return undefined
  const { mail, push } = chosen.kinds.endsSoon
  return mail || (push && pushes.isOn)
}

function isPhone(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
