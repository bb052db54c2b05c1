/**
 * A resident with an account, one product of a type of its own, and a balance: whatever a journey
 * does to them, no other journey notices.
 */
import { randomInt, randomUUID, randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Database, Tx } from '#database/database.ts'
import { openAccount } from '#modules/accounts/index.ts'

export const ResidentGiven = z.strictObject({
  /** Of the demo's towns; the first one, unless it matters. */
  town: z.string().optional(),
  area: z.string().optional(),
  unit: z.enum(['money', 'time', 'count']).default('money'),
  balance: z.int().nonnegative().default(50_00),
  rules: z
    .strictObject({
      endOfDayDeactivation: z.boolean(),
      extensionAllowed: z.boolean(),
      maxDurationSeconds: z.int(),
      maxConcurrent: z.int(),
      maxDaysAhead: z.int(),
    })
    .partial()
    .default({}),
})

type Given = z.output<typeof ResidentGiven>

export type Welcomed = {
  readonly email: string
  readonly password: string
  readonly productId: string
}

export async function welcomeResident(
  db: Database,
  given: Given,
  now: Temporal.Instant,
): Promise<Welcomed> {
  const email = `${randomUUID()}@example.com`
  const password = randomUUID()
  const { accountId } = await openAccount(db, { email, password, now })
  const productId = await db.transaction().execute(async (tx) => {
    const place = await getPlace(tx, given)
    const productTypeId = await insertProductType(tx, place, given)
    const id = await insertProduct(tx, { ...place, productTypeId, holderId: accountId, now })
    await grant(tx, { ...place, productId: id, ...given, now })
    return id
  })
  return { email, password, productId }
}

type Place = { readonly organisationId: string; readonly areaId: string }

async function getPlace(tx: Tx, { town, area }: Given): Promise<Place> {
  const found = await tx
    .selectFrom('areas')
    .innerJoin('organisations', 'organisations.id', 'areas.organisation_id')
    .select(['organisations.id as organisationId', 'areas.id as areaId'])
    .$if(town !== undefined, (query) => query.where('slug', '=', town ?? ''))
    .$if(area !== undefined, (query) => query.where('code', '=', area ?? ''))
    .orderBy('slug')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new Error(`No area ${area ?? ''} in ${town ?? 'any town'}.`)
  return found
}

async function insertProductType(tx: Tx, place: Place, { unit, rules }: Given): Promise<string> {
  const id = randomUUIDv7()
  await tx
    .insertInto('product_types')
    .values({
      id,
      organisation_id: place.organisationId,
      code: id,
      name: 'Bezoekersregeling',
      kind: 'visitor',
      unit,
      own_fare_id: null,
      end_of_day_deactivation: rules.endOfDayDeactivation ?? false,
      extension_allowed: rules.extensionAllowed ?? true,
      max_duration_seconds: rules.maxDurationSeconds ?? null,
      max_concurrent: rules.maxConcurrent ?? null,
      max_days_ahead: rules.maxDaysAhead ?? 30,
      balance_period: null,
    })
    .execute()
  return id
}

type NewProduct = Place & {
  readonly productTypeId: string
  readonly holderId: string
  readonly now: Temporal.Instant
}

async function insertProduct(
  tx: Tx,
  { organisationId, areaId, productTypeId, holderId, now }: NewProduct,
): Promise<string> {
  const id = randomUUIDv7()
  const begin = now.subtract({ hours: 24 * 365 })
  const end = now.add({ hours: 24 * 365 })
  await tx
    .insertInto('products')
    .values({
      id,
      organisation_id: organisationId,
      product_type_id: productTypeId,
      area_id: areaId,
      holder_id: holderId,
      // Above all that the seed gives out.
      number: 1_000_000 + randomInt(1_000_000_000),
      valid: `[${begin.toString()},${end.toString()})`,
    })
    .execute()
  return id
}

type Grant = Place & {
  readonly productId: string
  readonly unit: Given['unit']
  readonly balance: number
  readonly now: Temporal.Instant
}

/** The product's account, and a first transfer to it: a balance of nothing needs none. */
async function grant(
  tx: Tx,
  { organisationId, productId, unit, balance, now }: Grant,
): Promise<void> {
  const account = { organisation_id: organisationId, unit }
  const accountId = randomUUIDv7()
  await tx
    .insertInto('ledger_accounts')
    .values({
      ...account,
      id: accountId,
      kind: 'product',
      product_id: productId,
      balance,
      version: balance > 0 ? 1 : 0,
    })
    .execute()
  await openOrganisationAccounts(tx, account)
  if (balance === 0) return
  const transferId = randomUUIDv7()
  const transfer = { organisation_id: organisationId, cause: 'grant', cause_id: productId } as const
  await tx
    .insertInto('transfers')
    .values({ ...transfer, id: transferId, step: 'welcome', occurred_at: now })
    .execute()
  const { id: grantsId } = await tx
    .selectFrom('ledger_accounts')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('unit', '=', unit)
    .where('kind', '=', 'grants')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('ledger_entries')
    .values([
      { transfer_id: transferId, account_id: grantsId, amount: -balance },
      {
        transfer_id: transferId,
        account_id: accountId,
        amount: balance,
        balance_after: balance,
        version: 1,
      },
    ])
    .execute()
}

/** Where the balance comes from, and where it's used up: once for a municipality and a unit. */
async function openOrganisationAccounts(
  tx: Tx,
  account: { organisation_id: string; unit: Given['unit'] },
): Promise<void> {
  await tx
    .insertInto('ledger_accounts')
    .values([
      { ...account, id: randomUUIDv7(), kind: 'grants' },
      { ...account, id: randomUUIDv7(), kind: 'usage' },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
