/** The favourites of the selected product (I1), with how many there are. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { buttonClass } from '@2park/web/components/Button'
import { Icon } from '@2park/web/components/Icon'
import { PageTitle } from '#frame/PageTitle.tsx'
import { m } from '#paraglide/messages.js'
import { SheetSkeleton } from '#booking/SheetSkeleton.tsx'
import page from '#page.module.css'
import { useLocale } from '#preferences.ts'
import { ProblemNotice } from '#problems/ProblemNotice.tsx'
import { closeSheet } from '#routing/navigation.ts'
import type { FavouritesPlace } from '#routing/place.ts'
import { PlaceLink } from '#routing/PlaceLink.tsx'
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
      <div className={page.head}>
        <PageTitle>{m.favourites()}</PageTitle>
        <div className={page.dock}>
          <PlaceLink
            to={{ ...place, sheet: 'new' }}
            sheet
            className={buttonClass()}
            data-look="primary"
          >
            <Icon name="plus" />
            {m.new_favourite()}
          </PlaceLink>
        </div>
      </div>
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
