/** Plates that a resident keeps by name on a product (I), and those parked there lately (F6). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id, Instant, Plate, PlateInput } from './fields.ts'

export const Favourite = z.object({ id: Id, plate: Plate, name: z.string() })

/** A plate and a name of 1 to 10 characters (I1). */
export const FavouriteInput = z.strictObject({
  plate: PlateInput,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(10)),
})

const ProductParams = z.object({ productId: Id })

export const favouriteEndpoints = endpoints({
  'GET /products/{productId}/favourites': {
    summary: 'The favourites of a product, by name (I1).',
    tag: 'favourites',
    params: ProductParams,
    response: z.object({ favourites: z.array(Favourite) }),
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/favourites': {
    summary: 'Keep a plate as a favourite (I2).',
    tag: 'favourites',
    params: ProductParams,
    body: FavouriteInput,
    response: Favourite,
    status: 201,
    problems: ['favouriteExists', 'tooManyFavourites'],
  },
  'DELETE /products/{productId}/favourites/{favouriteId}': {
    summary: 'Remove a favourite (I3).',
    tag: 'favourites',
    params: z.object({ productId: Id, favouriteId: Id }),
    status: 204,
    problems: [],
  },
  'GET /products/{productId}/recent-plates': {
    summary: 'The plates parked last on a product that are no favourites, latest first (F6).',
    tag: 'favourites',
    params: ProductParams,
    response: z.object({
      recentPlates: z.array(z.object({ plate: Plate, lastParkedAt: Instant })),
    }),
    status: 200,
    problems: [],
  },
})
