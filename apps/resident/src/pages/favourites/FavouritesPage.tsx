/** The favourites of the selected product (I1), with how many there are. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { ListHead } from '#frame/ListHead.tsx'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { closeSheet } from '#routing/navigation.ts'
import type { FavouritesPlace } from '#routing/place.ts'
import { FavouriteList } from './FavouriteList.tsx'
import { type Favourite, favouritesRead } from './favourites.ts'

const NewFavouriteSheet = lazy(async () => ({
  default: (await import('./NewFavouriteSheet.tsx')).NewFavouriteSheet,
}))
const RemoveFavouriteSheet = lazy(async () => ({
  default: (await import('./RemoveFavouriteSheet.tsx')).RemoveFavouriteSheet,
}))

type Props = { readonly place: FavouritesPlace }

export function FavouritesPage({ place }: Props) {
  useLocale()
  const { productId } = place
  const { data, error, refetch } = useQuery(favouritesRead(productId))
  return (
    <>
      <ListHead title={m.favourites()} add={m.new_favourite()} to={{ ...place, sheet: 'new' }} />
      <ProblemNotice error={error} onTryAgain={() => void refetch()} />
      {(data || !error) && <FavouriteList place={place} favourites={data?.favourites} />}
      <FavouriteSheets place={place} favourites={data?.favourites} />
    </>
  )
}

/** Undefined while they are fetched. */
type SheetsProps = Props & {
  readonly favourites: readonly Favourite[] | undefined
}

function FavouriteSheets({ place, favourites }: SheetsProps) {
  const { productId, sheet, favourite: favouriteId } = place
  const favourite = favourites?.find(({ id }) => id === favouriteId)
  return (
    <Suspense fallback={<SheetSkeleton onClose={closeSheet} />}>
      {sheet === 'new' && <NewFavouriteSheet productId={productId} onClose={closeSheet} />}
      {sheet === 'remove' && favourite && (
        <RemoveFavouriteSheet productId={productId} favourite={favourite} onClose={closeSheet} />
      )}
    </Suspense>
  )
}
