/** The plates that a resident keeps by name on a product (I). */
import type { QueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import type { PlateValue } from '@2park/web/components/PlateField'
import { read, readAgain } from '@2park/web/read'

export type Favourite = OutputOf<'GET /products/{productId}/favourites'>['favourites'][number]

/** What the form holds; React Hook Form writes in it. */
export type FavouriteForm = { plate: PlateValue; name: string }

export const favouritesRead = (productId: string) =>
  read('GET /products/{productId}/favourites', { params: { productId } })

/** A favourite's name stands on sessions, too, and its plate is no recent one any more. */
export function readFavouritesAgain(client: QueryClient): Promise<void> {
  return readAgain(
    client,
    'GET /products/{productId}/favourites',
    'GET /products/{productId}/recent-plates',
    'GET /products/{productId}/parking-sessions',
    'GET /parking-sessions',
    'GET /products/{productId}/history/parking-sessions',
  )
}
