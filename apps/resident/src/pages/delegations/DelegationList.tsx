import { useId } from 'react'
import { call } from '@2park/web/api'
import { Button } from '@2park/web/components/Button'
import { Plate } from '@2park/web/components/Plate'
import { Skeleton } from '@2park/web/components/Skeleton'
import { formatBalance } from '@2park/web/format'
import { m } from '#paraglide/messages.js'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { openSheet } from '#routing/navigation.ts'
import type { DelegationsPlace } from '#routing/place.ts'
import { type Delegation, delegationStateText, isHeld, useChange } from './delegations.ts'
import styles from './DelegationsPage.module.css'

type Props = {
  readonly place: DelegationsPlace
  /** Undefined while they are fetched. */
  readonly delegations: readonly Delegation[] | undefined
}

export function DelegationList({ place, delegations }: Props) {
  if (delegations === undefined) return <Skeleton blockSize="11rem" />
  if (delegations.length === 0) {
    return (
      <div className={page.empty}>
        <h2>{m.no_delegations()}</h2>
        <p>{m.no_delegations_hint()}</p>
      </div>
    )
  }
  return (
    <ul className={styles.list}>
      {delegations.map((delegation) => (
        <li key={delegation.id}>
          <DelegationCard place={place} delegation={delegation} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = { readonly place: DelegationsPlace; readonly delegation: Delegation }

function DelegationCard({ place, delegation }: CardProps) {
  const nameId = useId()
  const locale = useLocale()
  const { email, state, plate, allotment, counts } = delegation
  return (
    <article className={styles.card} aria-labelledby={nameId} data-held={isHeld(delegation)}>
      <h2 id={nameId} className={styles.email}>
        {email}
      </h2>
      <p className={styles.state}>{delegationStateText(state)}</p>
      <dl className={styles.facts}>
        <dt>{m.plate()}</dt>
        <dd>{plate ? <Plate {...plate} /> : m.plate_free()}</dd>
        {isHeld(delegation) && (
          <>
            <dt>{m.balance()}</dt>
            <dd>{allotment ? formatBalance(allotment, locale) : m.whole_balance()}</dd>
          </>
        )}
        {counts.running + counts.planned > 0 && (
          <>
            <dt>{m.sessions()}</dt>
            <dd>{m.running_and_planned({ running: counts.running, planned: counts.planned })}</dd>
          </>
        )}
      </dl>
      {isHeld(delegation) && <Actions place={place} delegation={delegation} nameId={nameId} />}
    </article>
  )
}

type ActionsProps = CardProps & { readonly nameId: string }

function Actions({ place, delegation, nameId }: ActionsProps) {
  const { id: delegationId, state, allotment, email } = delegation
  const params = { productId: place.productId, delegationId }
  const resending = useChange({
    call: (_: string, idempotencyKey) =>
      call(
        'POST /products/{productId}/delegations/{delegationId}/_resend',
        { params },
        { idempotencyKey },
      ),
    said: () => m.delegation_resent({ email }),
    onDone: () => {},
  })
  const open = (sheet: 'change' | 'revoke') =>
    openSheet({ ...place, sheet, delegation: delegationId })
  return (
    <>
      <ProblemNotice error={resending.error} />
      <div className={styles.actions}>
        {state === 'pending' && (
          <Button
            aria-describedby={nameId}
            busy={resending.isPending}
            // A mail that was sent again can be sent again once more.
            onClick={() => resending.go(delegation.mailedAt)}
          >
            {m.resend_mail()}
          </Button>
        )}
        {allotment && (
          <Button aria-describedby={nameId} onClick={() => open('change')}>
            {m.change_part()}
          </Button>
        )}
        <Button look="danger" aria-describedby={nameId} onClick={() => open('revoke')}>
          {m.revoke()}
        </Button>
      </div>
    </>
  )
}
