/** What a municipality offers, and handing it out. */
import { randomUUIDv7 } from 'node:crypto'
import type { Interval } from '@2park/domain/interval'
import type { Database, Tx } from '#database/database.ts'
import { countChange, openOrganisationAccounts, openProductAccount } from '#modules/ledger/index.ts'
import { countRulesRevision } from '#modules/organisations/index.ts'
import {
  insertProduct,
  insertProductType,
  updateBlockedAt,
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
}

/** Hands out a product with an empty balance. */
export async function issueProduct(db: Database, issued: NewProduct): Promise<string> {
  const id = randomUUIDv7()
  await db.transaction().execute(async (tx) => {
    const { organisationId, unit } = await insertProduct(tx, { ...issued, id })
    await openProductAccount(tx, { organisationId, productId: id, unit })
  })
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
  await countChange(tx, productId)
  await updateBlockedAt(tx, productId, at)
}

/** Makes it somebody's; false where it was already. Holds it until the transaction ends. */
export async function linkProduct(tx: Tx, productId: string, holderId: string): Promise<boolean> {
  return updateHolder(tx, productId, holderId)
}
