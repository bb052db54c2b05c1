/** All SQL about the ledger accounts of delegations, each of which holds a part of a balance. */
import { randomUUIDv7 } from 'node:crypto'
import { amount, type Unit } from '@2park/domain/amount'
import type { ProductAccount } from '@2park/domain/ledger'
import type { Tx } from '#database/database.ts'

type NewAccount = {
  readonly organisationId: string
  readonly delegationId: string
  readonly unit: Unit
}

export async function openDelegationAccount(
  tx: Tx,
  { organisationId, delegationId, unit }: NewAccount,
): Promise<void> {
  await tx
    .insertInto('ledger_accounts')
    .values({
      id: randomUUIDv7(),
      organisation_id: organisationId,
      kind: 'delegation',
      unit,
      delegation_id: delegationId,
      balance: 0,
      version: 0,
    })
    .execute()
}

/** Undefined where the delegate shares the whole balance. */
export async function lockDelegationAccount(
  tx: Tx,
  delegationId: string,
): Promise<ProductAccount | undefined> {
  const row = await tx
    .selectFrom('ledger_accounts')
    .select(['id', 'unit', 'balance', 'version'])
    .where('delegation_id', '=', delegationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: 'delegation',
      unit: row.unit,
      balance: amount(row.balance ?? Number.NaN),
      version: row.version ?? Number.NaN,
    }
  )
}
