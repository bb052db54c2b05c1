/** What became of a payment (D2): it worked, it did not, or the bank has not said so yet. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { ProblemAnswer } from '@2park/web/api'
import { Button, buttonClass } from '@2park/web/components/Button'
import { Notice, type NoticeKind } from '@2park/web/components/Notice'
import { Skeleton } from '@2park/web/components/Skeleton'
import { formatBalance, formatCost, type Locale } from '@2park/web/format'
import { readAgain } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
import styles from './TopUpPage.module.css'
import { isUnfinished, type TopUp, topUpRead } from './top-ups.ts'
import { useGoingOn } from './use-payment.ts'

const refreshMs = 3000

type Props = { readonly product: Product; readonly topUpId: string }

export function TopUpResult({ product, topUpId }: Props) {
  const { data, error, refetch } = useQuery({
    ...topUpRead(product.id, topUpId),
    refetchInterval: ({ state }) => (state.data && isUnfinished(state.data) ? refreshMs : false),
  })
  useNewBalance(data)
  const isUnknown = isNotFound(error)
  return (
    <>
      <ProblemNotice error={error} {...(!isUnknown && { onTryAgain: () => void refetch() })} />
      {/* There from the start, so that a change of it is read out. */}
      <output className={styles.said}>
        {data && <Said topUp={data} product={product} />}
        {!data && !error && <Skeleton blockSize="6rem" />}
      </output>
      <div className={styles.actions}>
        {/* Not before it is known: what changes places is pressed by mistake. */}
        {data && <WhatNext topUp={data} product={product} />}
        {isUnknown && <Next product={product} isPaid={false} />}
      </div>
    </>
  )
}

function isNotFound(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.status === 404
}

function WhatNext({ topUp, product }: SaidProps) {
  if (isUnfinished(topUp)) return <GoOn topUp={topUp} />
  return <Next product={product} isPaid={topUp.state === 'paid'} />
}

/** The bar above shows the balance, and what can be bought has changed as well. */
function useNewBalance(topUp: TopUp | undefined): void {
  const client = useQueryClient()
  const state = topUp?.state
  useEffect(() => {
    if (state === undefined) return
    void readAgain(client, 'GET /products', 'GET /products/{productId}/top-up-options')
  }, [client, state])
}

type SaidProps = { readonly topUp: TopUp; readonly product: Product }

function Said({ topUp, product }: SaidProps) {
  const locale = useLocale()
  const { kind, title } = results[topUp.state]
  return (
    <Notice kind={kind}>
      <b>{title()}</b>
      <span>{detailOf(topUp, product, locale)}</span>
    </Notice>
  )
}

const results: Readonly<
  Record<TopUp['state'], { readonly kind: NoticeKind; readonly title: () => string }>
> = {
  open: { kind: 'info', title: m.top_up_waiting },
  pending: { kind: 'info', title: m.top_up_waiting },
  paid: { kind: 'positive', title: m.top_up_paid },
  cancelled: { kind: 'warning', title: m.top_up_cancelled },
  failed: { kind: 'negative', title: m.top_up_failed },
  expired: { kind: 'warning', title: m.top_up_expired },
  mismatched: { kind: 'negative', title: m.top_up_mismatched },
}

function detailOf({ state, gives, price, balance }: TopUp, product: Product, locale: Locale) {
  if (state === 'open' || state === 'pending') {
    return m.top_up_waiting_what({ price: formatCost(price, locale) })
  }
  if (state === 'paid') {
    return m.top_up_paid_what({
      gives: formatBalance(gives, locale),
      balance: formatBalance(balance, locale),
    })
  }
  if (state === 'mismatched') return m.top_up_mismatched_what(product.organisation.helpdesk)
  return m.top_up_nothing_changed()
}

/** Who came back too early, or closed the bank's page, finds it again. */
function GoOn({ topUp: { id, productId } }: { readonly topUp: TopUp }) {
  const goingOn = useGoingOn(productId, id)
  const isBusy = goingOn.isPending || goingOn.isSuccess
  return (
    <>
      <ProblemNotice error={goingOn.error} />
      <Button
        busy={isBusy}
        onClick={() => {
          if (!isBusy) goingOn.mutate()
        }}
      >
        {m.top_up_to_bank()}
      </Button>
    </>
  )
}

type NextProps = { readonly product: Product; readonly isPaid: boolean }

function Next({ product: { id: productId }, isPaid }: NextProps): ReactNode {
  const again = { page: 'topUp', productId } as const
  const park = { page: 'sessions', productId } as const
  return (
    <>
      <PlaceLink to={isPaid ? park : again} className={buttonClass()} data-look="primary">
        {isPaid ? m.sessions() : m.top_up_again()}
      </PlaceLink>
      <PlaceLink to={isPaid ? again : park} className={buttonClass()} data-look="plain">
        {isPaid ? m.top_up_again() : m.sessions()}
      </PlaceLink>
    </>
  )
}
