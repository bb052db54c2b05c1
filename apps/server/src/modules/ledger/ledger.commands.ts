/** Changing a product's balance: what it gains, an account of its municipality loses, and the other way. */
import { amount as amountOf, type Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import {
  post,
  transferBetween,
  type Cause,
  type OrganisationAccount,
  type Posting,
} from '@2park/domain/ledger'
import type { Database, Tx } from '#database/database.ts'
import {
  findTransfer,
  getOrganisationAccount,
  insertTransfer,
  lockProductAccount,
} from './ledger.queries.ts'

export type BalanceChange = {
  readonly productId: string
  /** The municipality's account on the other side. */
  readonly against: OrganisationAccount['kind']
  /** Above zero, the product gains; below zero, it loses. */
  readonly change: Amount
  /** The same step of one cause happens once, however often it is asked for. */
  readonly cause: Cause
  readonly at: Temporal.Instant
}

/** Writes one transfer, unless the product has too little for it or it was written before. */
export async function changeBalance(
  tx: Tx,
  { productId, against, change, cause, at }: BalanceChange,
): Promise<Posting['outcome']> {
  const product = await getLockedAccount(tx, productId)
  const { organisationId, unit } = product
  const other = await getOrganisationAccount(tx, { organisationId, kind: against, unit })
  const [from, to] = change > 0 ? [other, product] : [product, other]
  const transfer = transferBetween({ from, to, amount: amountOf(Math.abs(change)), cause })
  const posting = post(transfer, [from, to], await findTransfer(tx, transfer))
  if (posting.outcome === 'posted')
    await insertTransfer(tx, transfer, { organisationId, entries: posting.entries, at })
  return posting.outcome
}

export type Correction = Pick<BalanceChange, 'productId' | 'cause' | 'at'> & {
  /** Above zero, the municipality bears it; below zero, it comes back to it. */
  readonly borne: Amount
}

/** What the municipality bears of what was sold to a product, which neither loses nor gains by it. */
export async function correctSales(
  tx: Tx,
  { productId, borne, cause, at }: Correction,
): Promise<void> {
  const { organisationId, unit } = await getLockedAccount(tx, productId)
  const corrections = await getOrganisationAccount(tx, {
    organisationId,
    kind: 'corrections',
    unit,
  })
  const sales = await getOrganisationAccount(tx, { organisationId, kind: 'sales', unit })
  const [from, to] = borne > 0 ? [corrections, sales] : [sales, corrections]
  const transfer = transferBetween({ from, to, amount: amountOf(Math.abs(borne)), cause })
  const posting = post(transfer, [from, to], await findTransfer(tx, transfer))
  if (posting.outcome === 'posted')
    await insertTransfer(tx, transfer, { organisationId, entries: posting.entries, at })
}

/** What a product has left, held until the transaction ends. */
export async function lockBalance(tx: Tx, productId: string): Promise<Amount> {
  const { balance } = await getLockedAccount(tx, productId)
  return balance
}

export type Grant = {
  readonly productId: string
  readonly amount: Amount
  /** Of the grant: the same id twice is one grant. */
  readonly id: string
  readonly at: Temporal.Instant
}

export async function grantBalance(db: Database, grant: Grant): Promise<void> {
  await db.transaction().execute((tx) => grantBalanceWithin(tx, grant))
}

/** The same, as a part of something larger. */
export async function grantBalanceWithin(
  tx: Tx,
  { productId, amount, id, at }: Grant,
): Promise<void> {
  const cause = { kind: 'grant', id, step: 'grant' } as const
  await changeBalance(tx, { productId, against: 'grants', change: amount, cause, at })
}

async function getLockedAccount(tx: Tx, productId: string) {
  const account = await lockProductAccount(tx, productId)
  invariant(account !== undefined, `no account of product ${productId}`)
  return account
}
