/** Reads what may give a plate a right in an area: sessions, and resident products by their plates. */
import type { RightsOfProduct } from '@2park/domain/parking-right'
import type { Plate } from '@2park/domain/plate'
import type { ProductKind } from '@2park/domain/product-kind'
import { pipeOf, statement, type Database } from '#database/database.ts'

type ProductRow = {
  readonly id: string
  readonly kind: ProductKind
  readonly validFrom: Temporal.Instant
  readonly validUntil: Temporal.Instant
  readonly blockedAt: Temporal.Instant | null
}

type PlateRow = {
  readonly productId: string
  readonly plate: string
  readonly country: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant | null
}

/** Products of the area $3 that the plate $1 of $2 was parked or active on, at $4 or later. */
const concerned = `
  select product.id, product.product_type_id, product.valid, product.blocked_at, product.ended_at
    from products as product
    join (select product_id, area_id
            from parking_sessions
           where plate = $1 and country = $2 and deleted_at is null and ends_at > $4::timestamptz
           union
          select product_id, null from active_plates where plate = $1 and country = $2
         ) as used on used.product_id = product.id
   where coalesce(used.area_id, product.area_id) = $3::uuid`

const productsOfPlate = statement<ProductRow>(
  'products of plate',
  `select concerned.id, type.kind, lower(valid) as "validFrom",
          least(upper(valid), ended_at) as "validUntil", blocked_at as "blockedAt"
     from (${concerned}) as concerned
     join product_types as type on type.id = concerned.product_type_id
    limit 1000`,
)

const activePlatesBesidePlate = statement<PlateRow>(
  'active plates beside plate',
  `select product_id as "productId", plate, country, starts_at as "startsAt", ends_at as "endsAt"
     from active_plates
    where product_id in (select id from (${concerned}) as concerned)
      and (ends_at is null or ends_at > $4::timestamptz)
    limit 1000`,
)

/** There, or in the product's own area where it leaves no choice (O2). Another's session counts too: it may keep a resident product from holding for the plate. */
const sessionsBesidePlate = statement<PlateRow>(
  'sessions beside plate',
  `select session.product_id as "productId", plate, country,
          starts_at as "startsAt", ends_at as "endsAt"
     from (${concerned}) as concerned
     join product_types as type on type.id = concerned.product_type_id
     join parking_sessions as session on session.product_id = concerned.id
    where deleted_at is null and ends_at > $4::timestamptz and plate is not null
      and (type.kind in ('temporaryPlate', 'plateSwitch') or (plate, country) = ($1, $2))
      and (session.area_id is null or session.area_id = $3::uuid)
    order by ends_at
    limit 1000`,
)

export type Where = { readonly plate: Plate; readonly areaId: string }

/** Whose right it is, nobody is told. */
export async function listRights(
  db: Database,
  { plate, areaId }: Where,
  at: Temporal.Instant,
): Promise<RightsOfProduct[]> {
  const asked = [plate.number, plate.country, areaId, at] as const
  const [products, active, sessions] = await pipeOf(db).ask(
    productsOfPlate(...asked),
    activePlatesBesidePlate(...asked),
    sessionsBesidePlate(...asked),
  )
  return products.map(({ id, kind, validFrom, validUntil, blockedAt }) => ({
    kind,
    valid: { start: validFrom, end: validUntil },
    blockedAt: blockedAt ?? undefined,
    activePlates: active.filter(({ productId }) => productId === id).map(toActivePlate),
    sessions: sessions.filter(({ productId }) => productId === id).flatMap(toSession),
  }))
}

function toActivePlate(row: PlateRow) {
  return { plate: toPlate(row), from: row.startsAt, until: row.endsAt ?? undefined }
}

function toSession(row: PlateRow) {
  if (row.endsAt === null) return []
  return [{ plate: toPlate(row), during: { start: row.startsAt, end: row.endsAt } }]
}

function toPlate({ plate, country }: PlateRow): Plate {
  return { number: plate, country }
}
