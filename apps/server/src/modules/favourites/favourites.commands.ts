/** Keeping a plate by name on a product, and letting it go (I2, I3). */
import { randomUUIDv7 } from 'node:crypto'
import type { Plate } from '@2park/domain/plate'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  deleteFavourite,
  insertFavourite,
  lockAndCountFavourites,
  type Favourite,
} from './favourites.queries.ts'

export const mostFavourites = 100

export type AddFavourite = {
  readonly productId: string
  readonly plate: Plate
  readonly name: string
  readonly keep?: Keep | undefined
}

export async function addFavourite(
  world: World,
  actor: Actor,
  { productId, plate, name, keep }: AddFavourite,
): Promise<Favourite> {
  const { organisationId } = await getOwnProduct(world, actor, productId)
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const count = await lockAndCountFavourites(tx, productId)
    const favourite = { id: randomUUIDv7(), plate, name }
    const outcome = await insertFavourite(tx, favourite, { productId, at })
    if (outcome === 'exists') throw new Refused('favouriteExists')
    if (count >= mostFavourites) throw new Refused('tooManyFavourites')
    const subjectId = favourite.id
    await recordChange(tx, { ...actor, action: 'favouriteAdded', organisationId, subjectId, at })
    await keepAnswer(tx, keep, favourite)
    return favourite
  })
}

export type RemoveFavourite = {
  readonly productId: string
  readonly favouriteId: string
  readonly keep?: Keep | undefined
}

export async function removeFavourite(
  world: World,
  actor: Actor,
  { productId, favouriteId, keep }: RemoveFavourite,
): Promise<void> {
  const { organisationId } = await getOwnProduct(world, actor, productId)
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    const isDeleted = await deleteFavourite(tx, { id: favouriteId, productId })
    if (!isDeleted) throw new Refused('notFound')
    const subjectId = favouriteId
    await recordChange(tx, { ...actor, action: 'favouriteRemoved', organisationId, subjectId, at })
    await keepAnswer(tx, keep, undefined)
  })
}
