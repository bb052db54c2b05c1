/** All SQL about favourites, and about the plates that were parked lately. */
import type { Plate } from '@2park/domain/plate'
import { run, statement, type Database, type Tx } from '#database/database.ts'

export type Favourite = { readonly id: string; readonly plate: Plate; readonly name: string }

export type RecentPlate = { readonly plate: Plate; readonly lastParkedAt: Temporal.Instant }

type PlateColumns = { readonly plate: string; readonly country: string }

const favouritesOfProduct = statement<PlateColumns & { id: string; name: string }>(
  'favourites of product',
  `select id, plate, country, name
     from favourites
    where product_id = $1
    order by lower(name), plate
    limit 200`,
)

const recentPlatesOfProduct = statement<PlateColumns & { lastParkedAt: Temporal.Instant }>(
  'recent plates of product',
  `select plate, country, max(starts_at) as "lastParkedAt"
     from (select plate, country, starts_at
             from parking_sessions
            where product_id = $1 and started_by = $3 and plate is not null and deleted_at is null
              and starts_at <= $2
            order by ends_at desc
            limit 200) as latest
    where not exists (
          select from favourites
           where product_id = $1 and $4::boolean
             and favourites.plate = latest.plate
             and favourites.country = latest.country)
    group by plate, country
    order by max(starts_at) desc
    limit 20`,
)

export async function listFavourites(db: Database, productId: string): Promise<Favourite[]> {
  const rows = await run(db, favouritesOfProduct(productId))
  return rows.map(({ id, plate, country, name }) => ({
    id,
    plate: { number: plate, country },
    name,
  }))
}

type Whose = {
  readonly accountId: string
  readonly productId: string
  /** To whom plates are also known as favourites. */
  readonly isHolder: boolean
}

/** Those that somebody parked themselves: nobody sees the visitors of another. */
export async function listRecentPlates(
  db: Database,
  { accountId, productId, isHolder }: Whose,
  now: Temporal.Instant,
): Promise<RecentPlate[]> {
  const rows = await run(db, recentPlatesOfProduct(productId, now, accountId, isHolder))
  return rows.map(({ plate, country, lastParkedAt }) => ({
    plate: { number: plate, country },
    lastParkedAt,
  }))
}

/** Holds the product, so that two devices don't both add the last favourite that fits. */
export async function lockAndCountFavourites(tx: Tx, productId: string): Promise<number> {
  await tx
    .selectFrom('products')
    .select('id')
    .where('id', '=', productId)
    .forNoKeyUpdate()
    .execute()
  const { count } = await tx
    .selectFrom('favourites')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('product_id', '=', productId)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertFavourite(
  tx: Tx,
  { id, plate, name }: Favourite,
  { productId, at }: { readonly productId: string; readonly at: Temporal.Instant },
): Promise<'inserted' | 'exists'> {
  const row = await tx
    .insertInto('favourites')
    .values({
      id,
      product_id: productId,
      plate: plate.number,
      country: plate.country,
      name,
      created_at: at,
    })
    .onConflict((conflict) => conflict.constraint('favourite_plate_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'exists'
}

export async function deleteFavourite(
  tx: Tx,
  { id, productId }: { readonly id: string; readonly productId: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('favourites')
    .where('id', '=', id)
    .where('product_id', '=', productId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
