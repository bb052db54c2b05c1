/** What every command on a parking session does alike: settle the price, and book it under guard. */
import { randomUUIDv7 } from 'node:crypto'
import type { Amount } from '@2park/domain/amount'
import { invariant } from '@2park/domain/invariant'
import { post, settle, type OrganisationAccount, type ProductAccount } from '@2park/domain/ledger'
import { hotTransaction, type Database, type Pipe } from '#database/database.ts'
import { violatedConstraint } from '#database/violation.ts'
import type { Ask } from '#modules/organisations/index.ts'
import type { Ground } from './ground.ts'
import type { Movement } from './writing.queries.ts'

/** Within a transaction, for what is seldom asked: a round trip of its own. */
export function askOn(pipe: Pipe): Ask {
  return async (bound) => {
    const [rows] = await pipe.ask(bound)
    return rows
  }
}

export type Change = {
  readonly sessionId: string
  /** 1 is the booking itself; each change has a number, and so its transfer has a name. */
  readonly revision: number
  readonly paid: Amount
  readonly price: Amount
}

/** Makes what was paid for a session its price. What the balance lacks was refused before. */
export function movementFor(
  { product, usageAccountId }: Pick<Ground, 'product' | 'usageAccountId'>,
  change: Change,
): Movement | undefined {
  const { sessionId, revision, paid, price } = change
  const { unit, balance, version } = product
  const own: ProductAccount = { id: product.accountId, kind: 'product', unit, balance, version }
  const usage: OrganisationAccount = { id: usageAccountId, kind: 'usage', unit }
  const cause = { kind: 'session', id: sessionId, step: stepOf(revision) } as const
  const transfer = settle({ product: own, usage, paid, price, cause })
  if (!transfer) return undefined

  const posting = post(transfer, [own, usage])
  invariant(posting.outcome === 'posted', `not posted: ${posting.outcome}`)
  const entry = posting.entries.find(({ accountId }) => accountId === own.id)
  invariant(entry?.running !== undefined, 'a product keeps a running balance')
  return {
    transferId: randomUUIDv7(),
    step: cause.step,
    productAccountId: own.id,
    usageAccountId: usage.id,
    amount: entry.amount,
    ...entry.running,
  }
}

function stepOf(revision: number): string {
  return revision === 1 ? 'booking' : `change ${revision - 1}`
}

/**
 * The locks make sure that what was decided holds when it is written. Should something slip past
 * them, a constraint stops it, and the command decides once more on what is true by then.
 */
export async function booked<T>(db: Database, work: (pipe: Pipe) => Promise<T>): Promise<T> {
  try {
    return await hotTransaction(db, work)
  } catch (error) {
    if (!guards.has(violatedConstraint(error) ?? '')) throw error
    return hotTransaction(db, work)
  }
}

const guards: ReadonlySet<string> = new Set([
  'plate_parked_once',
  'balance_never_below_zero',
  'entries_of_an_account_are_numbered',
])
