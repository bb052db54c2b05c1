/** Plates by name. To rename one, clients remove it and add it: there is no call for both. */
import { parsePlate } from '@2park/domain/plate'
import { z } from 'zod/mini'
import { addFavourite, listFavourites, removeFavourite } from '#modules/favourites/index.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { invalidFields, signedCall, Text } from './call.ts'
import { getOpenProduct } from './open-products.ts'
import { jsonOf, Parameters, valueOf } from './parameters.ts'

const longestName = 10

const Change = z.object({
  product_id: Text,
  data: jsonOf(
    z.object({
      favorite: z.object({
        fav_parameters: Parameters,
        action: z.enum(['add', 'remove']),
        mbr_ident: Text,
      }),
    }),
  ),
})

export const handleFavourite = signedCall(Change, async (visit, { product_id, data }) => {
  const { till, actor } = visit
  const { id } = await getOpenProduct(visit, product_id)
  const { id: productId } = await getOwnProduct(till, actor, id)
  const { action, mbr_ident, fav_parameters } = data.favorite
  const plate = parsePlate(mbr_ident)
  if (!plate) throw invalidFields(['mbr_ident'])
  if (action === 'add') {
    // Who gives none means the plate itself.
    const typed = valueOf(fav_parameters, 'NICKNAME')
    const name = typed === '' ? plate.number.slice(0, longestName) : typed
    if (name.length > longestName) throw invalidFields(['NICKNAME'])
    await addFavourite(till, actor, { productId, plate, name })
    return {}
  }
  const favourites = await listFavourites(till.db, productId)
  const same = favourites.filter((favourite) => favourite.plate.number === plate.number)
  const meant = same.find((favourite) => favourite.plate.country === plate.country) ?? same[0]
  if (!meant) throw new Refused('notFound')
  await removeFavourite(till, actor, { productId, favouriteId: meant.id })
  return {}
})
