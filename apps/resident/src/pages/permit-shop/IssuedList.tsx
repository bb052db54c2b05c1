/** What was issued, the newest first, and whether its holder has linked it (A5). */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@2park/web/components/Button'
import { m } from '#paraglide/messages.js'
import { NotYet } from '#problems/NotYet.tsx'
import { EndSheet } from './EndSheet.tsx'
import { IssuedCard } from './IssuedCard.tsx'
import styles from './PermitShopPage.module.css'
import { readIssued, useShopToken, type Issued, type Shop } from './shop.ts'

export function IssuedList({ shop }: { readonly shop: Shop }) {
  const token = useShopToken()
  const [ending, setEnding] = useState<Issued>()
  const issued = useInfiniteQuery({
    queryKey: ['permit-shop-products', token],
    queryFn: ({ pageParam, signal }) => readIssued(token, pageParam, signal),
    // Undefined: from the newest on.
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ products, hasMore }) => (hasMore ? products.at(-1)?.number : undefined),
    // A holder who links is seen when the clerk comes back to the page.
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  })
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = issued
  if (data === undefined) return <NotYet {...{ error, refetch }} blockSize="8rem" />
  const products = data.pages.flatMap((page) => page.products)
  return (
    <>
      {products.length === 0 && <p>{m.shop_none_issued()}</p>}
      <ul className={styles.list}>
        {products.map((product) => (
          <li key={product.id}>
            <IssuedCard product={product} shop={shop} onEnd={() => setEnding(product)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.show_more()}
        </Button>
      )}
      {ending && <EndSheet product={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}
