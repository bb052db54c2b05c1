import { run, statement, type Database } from '#database/database.ts'

/** Of what somebody booked last on a product; sessions are read along their index by product. */
const lastLocation = statement<{ areaId: string | null }>(
  'last location',
  `select area_id as "areaId"
     from parking_sessions
    where product_id = $1 and started_by = $2 and deleted_at is null
    order by ends_at desc
    limit 1`,
)

export async function findLastLocation(
  db: Database,
  { productId, accountId }: { readonly productId: string; readonly accountId: string },
): Promise<string | undefined> {
  const [row] = await run(db, lastLocation(productId, accountId))
  return row?.areaId ?? undefined
}
