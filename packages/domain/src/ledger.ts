/**
 * The ledger: balances change by transfers only, and a transfer's entries sum to zero.
 *
 * Whatever one account gains, another of the same unit loses: nothing appears and nothing is lost.
 * An account of a product or a delegation never goes below zero (P1); the organisation's own may, for
 * they say what was sold, used, granted and corrected. Those keep no running balance either: their
 * entries say it, so two products of one municipality never wait for each other.
 *
 * Entries are never changed. What was wrong is put right by a transfer that points at the old one.
 */
import { difference, nothing, sum, type Amount, type Unit } from './amount.ts'
import { invariant } from './invariant.ts'

/** Of a product, or of a delegation that was given a part of one's balance. */
export type ProductAccount = {
  readonly id: string
  readonly kind: 'product' | 'delegation'
  readonly unit: Unit
  readonly balance: Amount
  /** Counts its changes: two that both follow version 7 can't both be version 8. */
  readonly version: number
}

export type OrganisationAccount = {
  readonly id: string
  readonly kind: 'sales' | 'usage' | 'grants' | 'corrections'
  readonly unit: Unit
}

export type Account = ProductAccount | OrganisationAccount

/** Why a transfer was made. The same step of one cause is taken once: twice is one transfer. */
export type Cause = {
  readonly kind: 'session' | 'grant' | 'topUp' | 'delegation' | 'correction'
  /** Of the session, the grant, the payment of a top-up, the delegation or the correction. */
  readonly id: string
  /** Which of this cause's transfers it is: the first booking, the second change … */
  readonly step: string
}

export type Entry = {
  readonly accountId: string
  /** Above zero is gained, below zero is lost. */
  readonly amount: Amount
}

export type Transfer = {
  readonly unit: Unit
  readonly cause: Cause
  readonly entries: readonly Entry[]
}

/** An entry as it is kept. On a product's account it says what it left there, and its number. */
export type PostedEntry = Entry & {
  readonly running?: { readonly balanceAfter: Amount; readonly version: number }
}

export type Posting =
  | { readonly outcome: 'posted'; readonly entries: readonly PostedEntry[] }
  | { readonly outcome: 'alreadyPosted' }
  | { readonly outcome: 'refused'; readonly accountId: string; readonly shortfall: Amount }

export type Movement = {
  readonly from: Account
  readonly to: Account
  /** Above zero: a movement the other way is one with `from` and `to` exchanged. */
  readonly amount: Amount
  readonly cause: Cause
}

/** A fault where nothing would move, between an account and itself, or between two units. */
export function transferBetween({ from, to, amount, cause }: Movement): Transfer {
  invariant(amount > 0, `a transfer moves something: ${amount}`)
  invariant(from.id !== to.id, 'a transfer is between two accounts')
  invariant(from.unit === to.unit, `${from.unit} does not become ${to.unit}`)
  const entries = [
    { accountId: from.id, amount: negative(amount) },
    { accountId: to.id, amount },
  ]
  return { unit: from.unit, cause, entries }
}

export type Settlement = {
  readonly product: ProductAccount
  readonly usage: OrganisationAccount
  /** What was paid for the session so far; nothing, when it is being booked. */
  readonly paid: Amount
  readonly price: Amount
  readonly cause: Cause
}

/**
 * Makes what was paid for a session equal to its price: charges when it is booked or lengthened,
 * gives back when it is stopped or deleted, and is no transfer at all when nothing changes.
 */
export function settle({ product, usage, paid, price, cause }: Settlement): Transfer | undefined {
  if (price === paid) return undefined
  return price > paid
    ? transferBetween({ from: product, to: usage, amount: difference(price, paid), cause })
    : transferBetween({ from: usage, to: product, amount: difference(paid, price), cause })
}

/** Takes a posted transfer back. Its step is named for the old one, so that happens once only. */
export function reversalOf({ unit, cause, entries }: Transfer): Transfer {
  return {
    unit,
    cause: { ...cause, step: `reversal of ${cause.step}` },
    entries: entries.map(({ accountId, amount }) => ({ accountId, amount: negative(amount) })),
  }
}

/**
 * What posting a transfer comes to. `accounts` holds every account it touches, locked until the
 * entries are written; `earlier` is what was posted for the same step of the cause before. The same
 * step with other entries is a fault.
 */
export function post(
  transfer: Transfer,
  accounts: readonly Account[],
  earlier?: Transfer,
): Posting {
  invariant(sum(transfer.entries.map((entry) => entry.amount)) === 0, 'entries sum to zero')
  if (earlier) {
    invariant(isSameMovement(transfer, earlier), `step taken twice: ${transfer.cause.step}`)
    return { outcome: 'alreadyPosted' }
  }
  const entries = transfer.entries.map((entry) => postEntry(entry, transfer.unit, accounts))
  const short = entries.find(({ running }) => running && running.balanceAfter < 0)
  if (!short?.running) return { outcome: 'posted', entries }
  const shortfall = negative(short.running.balanceAfter)
  return { outcome: 'refused', accountId: short.accountId, shortfall }
}

function postEntry(entry: Entry, unit: Unit, accounts: readonly Account[]): PostedEntry {
  const account = accounts.find(({ id }) => id === entry.accountId)
  invariant(account !== undefined, `account not at hand: ${entry.accountId}`)
  invariant(account.unit === unit, `${unit} on an account in ${account.unit}`)
  if (!('balance' in account)) return entry
  const balanceAfter = sum([account.balance, entry.amount])
  return { ...entry, running: { balanceAfter, version: account.version + 1 } }
}

function isSameMovement(a: Transfer, b: Transfer): boolean {
  const amountsIn = (transfer: Transfer) =>
    transfer.entries
      .map(({ accountId, amount }) => `${accountId} ${amount}`)
      .toSorted()
      .join()
  return a.unit === b.unit && amountsIn(a) === amountsIn(b)
}

function negative(amount: Amount): Amount {
  return difference(nothing, amount)
}
