/** All SQL about ledger accounts and transfers, but for what a booking writes in one statement. */
import { randomUUIDv7 } from 'node:crypto'
import { amount, type Amount, type Unit } from '@2park/domain/amount'
import type {
  OrganisationAccount,
  PostedEntry,
  ProductAccount,
  Transfer,
} from '@2park/domain/ledger'
import type { Tx } from '#database/database.ts'

const organisationKinds = ['sales', 'usage', 'grants', 'corrections'] as const

/** The municipality's own accounts in one unit; those that are there stay. */
export async function openOrganisationAccounts(
  tx: Tx,
  organisationId: string,
  unit: Unit,
): Promise<void> {
  await tx
    .insertInto('ledger_accounts')
    .values(
      organisationKinds.map((kind) => ({
        id: randomUUIDv7(),
        organisation_id: organisationId,
        kind,
        unit,
        product_id: null,
        balance: null,
        version: null,
      })),
    )
    .onConflict((conflict) => conflict.constraint('organisation_account_once').doNothing())
    .execute()
}

export async function openProductAccount(
  tx: Tx,
  { organisationId, productId, unit }: { organisationId: string; productId: string; unit: Unit },
): Promise<void> {
  await tx
    .insertInto('ledger_accounts')
    .values({
      id: randomUUIDv7(),
      organisation_id: organisationId,
      kind: 'product',
      unit,
      product_id: productId,
      balance: 0,
      version: 0,
    })
    .execute()
}

export async function lockProductAccount(
  tx: Tx,
  productId: string,
): Promise<(ProductAccount & { readonly organisationId: string }) | undefined> {
  const row = await tx
    .selectFrom('ledger_accounts')
    .select(['id', 'organisation_id', 'unit', 'balance', 'version'])
    .where('product_id', '=', productId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      organisationId: row.organisation_id,
      kind: 'product',
      unit: row.unit,
      balance: amount(row.balance ?? Number.NaN),
      version: row.version ?? Number.NaN,
    }
  )
}

/**
 * Says that something about a product changed that a decision to park rests on: whoever decided
 * before decides again. Locks its account, and so comes first in a transaction.
 */
export async function countChange(tx: Tx, productId: string): Promise<void> {
  await tx
    .updateTable('ledger_accounts')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('product_id', '=', productId)
    .execute()
}

export async function getOrganisationAccount(
  tx: Tx,
  account: Omit<OrganisationAccount, 'id'> & { readonly organisationId: string },
): Promise<OrganisationAccount> {
  const { organisationId, kind, unit } = account
  const { id } = await tx
    .selectFrom('ledger_accounts')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  return { id, kind, unit }
}

export async function findTransfer(
  tx: Tx,
  { cause, unit }: Pick<Transfer, 'cause' | 'unit'>,
): Promise<Transfer | undefined> {
  const rows = await tx
    .selectFrom('ledger_entries')
    .select(['account_id', 'amount'])
    .where('cause_id', '=', cause.id)
    .where('step', '=', cause.step)
    .execute()
  if (rows.length === 0) return undefined
  const entries = rows.map((row) => ({ accountId: row.account_id, amount: amount(row.amount) }))
  return { unit, cause, entries }
}

export async function insertTransfer(
  tx: Tx,
  { cause }: Transfer,
  posted: {
    readonly organisationId: string
    readonly entries: readonly PostedEntry[]
    readonly at: Temporal.Instant
  },
): Promise<void> {
  for (const { accountId, amount: moved, running } of posted.entries) {
    await tx
      .insertInto('ledger_entries')
      .values({
        organisation_id: posted.organisationId,
        account_id: accountId,
        cause: cause.kind,
        cause_id: cause.id,
        step: cause.step,
        amount: moved,
        balance_after: running?.balanceAfter ?? null,
        version: running?.version ?? null,
        occurred_at: posted.at,
      })
      .execute()
    if (!running) continue
    await tx
      .updateTable('ledger_accounts')
      .set({ balance: running.balanceAfter, version: running.version })
      .where('id', '=', accountId)
      .execute()
  }
}

/** What a product had left just before a moment. */
export async function findBalanceBefore(
  tx: Tx,
  productId: string,
  at: Temporal.Instant,
): Promise<Amount> {
  const row = await tx
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_accounts as account', 'account.id', 'entry.account_id')
    .select('entry.balance_after')
    .where('account.product_id', '=', productId)
    .where('entry.version', 'is not', null)
    .where('entry.occurred_at', '<', at)
    .orderBy('entry.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return amount(row?.balance_after ?? 0)
}
