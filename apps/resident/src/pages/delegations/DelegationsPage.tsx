/** The delegations of the selected product (J2), and the sheets that give, change and revoke one. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { formatBalance } from '@2park/web/format'
import { ListHead } from '#frame/ListHead.tsx'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import type { Product } from '#products.ts'
import { closeSheet } from '#routing/navigation.ts'
import type { DelegationsPlace } from '#routing/place.ts'
import { DelegationList } from './DelegationList.tsx'
import { type Delegation, delegationsRead } from './delegations.ts'

const NewDelegationSheet = lazy(async () => ({
  default: (await import('./NewDelegationSheet.tsx')).NewDelegationSheet,
}))
const ChangePartSheet = lazy(async () => ({
  default: (await import('./ChangePartSheet.tsx')).ChangePartSheet,
}))
const RevokeSheet = lazy(async () => ({
  default: (await import('./RevokeSheet.tsx')).RevokeSheet,
}))

type Props = { readonly place: DelegationsPlace; readonly product: Product }

export function DelegationsPage({ place, product }: Props) {
  const locale = useLocale()
  const { data, error, refetch } = useQuery(delegationsRead(product.id))
  return (
    <>
      <ListHead title={m.delegations()} add={m.new_delegation()} to={{ ...place, sheet: 'new' }} />
      <p className={page.lead}>
        {m.delegations_lead()}{' '}
        {m.own_balance({ balance: formatBalance(data?.balance ?? product.balance, locale) })}
      </p>
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      {(data || !error) && <DelegationList place={place} delegations={data?.delegations} />}
      <DelegationSheets place={place} product={product} delegations={data?.delegations} />
    </>
  )
}

/** Undefined while they are fetched. */
type SheetsProps = Props & { readonly delegations: readonly Delegation[] | undefined }

function DelegationSheets({ place, product, delegations }: SheetsProps) {
  const { sheet } = place
  const delegation = delegations?.find(({ id }) => id === place.delegation)
  const given = delegation && { product, delegation, onClose: closeSheet }
  return (
    <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
      {sheet === 'new' && <NewDelegationSheet product={product} onClose={closeSheet} />}
      {sheet === 'change' && given && <ChangePartSheet {...given} />}
      {sheet === 'revoke' && given && <RevokeSheet {...given} />}
    </Suspense>
  )
}
