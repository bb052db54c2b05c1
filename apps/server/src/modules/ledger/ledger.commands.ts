/** Giving a product its balance: the municipality's grants account loses what the product gains. */
import type { Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import { post, transferBetween } from '@2park/domain/ledger'
import type { Database } from '#database/database.ts'
import {
  findTransfer,
  getOrganisationAccount,
  insertTransfer,
  lockProductAccount,
} from './ledger.queries.ts'

export type Grant = {
  readonly productId: string
  readonly amount: Amount
  /** Of the grant: the same id twice is one grant. */
  readonly id: string
  readonly at: Temporal.Instant
}

export async function grantBalance(db: Database, { productId, amount, id, at }: Grant) {
  await db.transaction().execute(async (tx) => {
    const to = await lockProductAccount(tx, productId)
    invariant(to !== undefined, `no product ${productId}`)
    const { organisationId, unit } = to
    const from = await getOrganisationAccount(tx, { organisationId, kind: 'grants', unit })
    const cause = { kind: 'grant', id, step: 'grant' } as const
    const transfer = transferBetween({ from, to, amount, cause })
    const posting = post(transfer, [from, to], await findTransfer(tx, transfer))
    if (posting.outcome === 'alreadyPosted') return
    invariant(posting.outcome === 'posted', 'a grant takes nothing from a product')
    await insertTransfer(tx, transfer, { organisationId, entries: posting.entries, at })
  })
}
