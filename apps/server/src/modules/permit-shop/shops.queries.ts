/** All SQL about permit shops themselves. A shop's token is kept as its hash. */
import { run, statement, type Database } from '#database/database.ts'
import type { Shop } from '#world.ts'

const shopByToken = statement<Shop>(
  'shop by token',
  `select id as "shopId", organisation_id as "organisationId"
     from permit_shops
    where token_hash = $1`,
)

export type NewShop = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly tokenHash: Buffer
  readonly webhook: { readonly address: string; readonly secret: string } | undefined
}

export async function findShop(db: Database, tokenHash: Buffer): Promise<Shop | undefined> {
  const [shop] = await run(db, shopByToken(tokenHash))
  return shop
}

export async function insertShop(db: Database, shop: NewShop): Promise<void> {
  await db
    .insertInto('permit_shops')
    .values({
      id: shop.id,
      organisation_id: shop.organisationId,
      name: shop.name,
      token_hash: shop.tokenHash,
      webhook_address: shop.webhook?.address ?? null,
      webhook_secret: shop.webhook?.secret ?? null,
    })
    .execute()
}

export type ShopDetails = {
  readonly name: string
  readonly webhook:
    | {
        readonly address: string
        readonly waiting: number
        readonly givenUp: number
        readonly lastError: string | null
      }
    | undefined
}

export async function getShopDetails(db: Database, shopId: string): Promise<ShopDetails> {
  const messages = (eb: typeof db) =>
    eb.selectFrom('webhook_messages').where('permit_shop_id', '=', shopId)
  const shop = await db
    .selectFrom('permit_shops')
    .select(['name', 'webhook_address'])
    .where('id', '=', shopId)
    .executeTakeFirstOrThrow()
  if (shop.webhook_address === null) return { name: shop.name, webhook: undefined }
  const counts = await messages(db)
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('next_try_at', 'is not', null).as('waiting'),
      fn
        .countAll<number>()
        .filterWhere('next_try_at', 'is', null)
        .filterWhere('delivered_at', 'is', null)
        .as('givenUp'),
    ])
    .executeTakeFirstOrThrow()
  const last = await messages(db)
    .select('last_error')
    .where('delivered_at', 'is', null)
    .where('last_error', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    name: shop.name,
    webhook: { address: shop.webhook_address, ...counts, lastError: last?.last_error ?? null },
  }
}
