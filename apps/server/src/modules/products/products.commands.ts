/** What a municipality offers, and handing it out. */
import { randomUUIDv7 } from 'node:crypto'
import type { Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { Database, Tx } from '#database/database.ts'
import { countChange, openOrganisationAccounts, openProductAccount } from '#modules/ledger/index.ts'
import { countRulesRevision } from '#modules/organisations/index.ts'
import { Refused } from '#refused.ts'
import { followPlates } from './active-plates.queries.ts'
import { savePlates, updateProduct, type ProductChange } from './issued.queries.ts'
import {
  insertProduct,
  insertProductType,
  updateHolder,
  type Holder,
  type ProductType,
} from './offer.queries.ts'

export type NewProductType = Omit<ProductType, 'id'>

export async function offerProductType(db: Database, offered: NewProductType): Promise<string> {
  const id = randomUUIDv7()
  await db.transaction().execute(async (tx) => {
    await insertProductType(tx, { ...offered, id })
    await openOrganisationAccounts(tx, offered.organisationId, offered.unit)
    await countRulesRevision(tx, offered.organisationId)
  })
  return id
}

export type NewProduct = {
  readonly productTypeId: string
  readonly areaId: string
  readonly holder: Holder
  readonly valid: Interval
  readonly plates?: readonly Plate[] | undefined
  readonly rightsQuantity?: number | undefined
  /** That it had elsewhere; otherwise it is the municipality's next. */
  readonly number?: number | undefined
}

/** Hands out a product with an empty balance. */
export async function issueProduct(db: Database, issued: NewProduct): Promise<string> {
  return db.transaction().execute((tx) => issueProductWithin(tx, issued))
}

/** The same, as a part of something larger. */
export async function issueProductWithin(tx: Tx, issued: NewProduct): Promise<string> {
  const id = randomUUIDv7()
  const { organisationId, unit } = await insertProduct(tx, { ...issued, id })
  await openProductAccount(tx, { organisationId, productId: id, unit })
  if (issued.plates) {
    await savePlates(tx, id, issued.plates)
    await followPlates(tx, id, issued.valid.start)
  }
  return id
}

export async function blockProduct(
  db: Database,
  productId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute((tx) => blockProductWithin(tx, productId, at))
}

/** Blocks it as part of something else that happens. */
export async function blockProductWithin(
  tx: Tx,
  productId: string,
  at: Temporal.Instant,
): Promise<void> {
  await changeProduct(tx, productId, { blockedAt: at, at })
}

type Changed = ProductChange & {
  readonly plates?: readonly Plate[] | undefined
  readonly at: Temporal.Instant
}

/** A booking that is being decided meanwhile is decided again: its account's version counts this. */
export async function changeProduct(
  tx: Tx,
  productId: string,
  { plates, at, ...change }: Changed,
): Promise<void> {
  await countChange(tx, productId)
  await updateProduct(tx, productId, change)
  if (!plates) return
  await savePlates(tx, productId, plates)
  await followPlates(tx, productId, at)
}

/**
 * Makes it somebody's; false where it was already, and refused where the shop has ended it. Holds it
 * until the transaction ends.
 */
export async function linkProduct(
  tx: Tx,
  productId: string,
  linked: { readonly holderId: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const updated = await updateHolder(tx, productId, linked)
  if (updated?.ended) throw new Refused('productEnded')
  return updated !== undefined
}
