/**
 * The ledger: balances change by transfers only, and a transfer's entries sum to zero.
 *
 * Whatever one account gains, another of the same unit loses: nothing appears and nothing is lost.
 * An account that someone parks on never goes below zero (P1); the organisation's own may, for
 * they say what was sold, used, granted and corrected. Those keep no running balance either: their
 * entries say it, so two products of one municipality never wait for each other.
 *
 * Entries are never changed. What was wrong is put right by a transfer that points at the old one.
 */
import { difference, nothing, sum, type Amount, type Unit } from './amount.ts'
import { invariant } from './invariant.ts'

/** The account of a product, or of a delegation with its own part of the balance (J5). */
export type HolderAccount = {
  readonly id: string
  readonly kind: 'product' | 'delegation'
  readonly unit: Unit
  readonly balance: Amount
  /** How many entries it has: two that both follow entry 7 can't both be entry 8. */
  readonly version: number
}

export type OrganisationAccount = {
  readonly id: string
  readonly kind: 'sales' | 'usage' | 'grants' | 'corrections'
  readonly unit: Unit
}

export type Account = HolderAccount | OrganisationAccount

export const causeKinds = ['session', 'topUp', 'delegation', 'correction', 'periodGrant'] as const

/** Why a transfer was made. Kind, id and key together occur once: the same twice is one transfer. */
export type Cause = {
  readonly kind: (typeof causeKinds)[number]
  /** Of the session, the top-up, the delegation … */
  readonly id: string
  /** The idempotency key: which of this cause's transfers it is. */
  readonly key: string
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
  /** The id of the transfer that this one takes back. */
  readonly reverses?: string | undefined
}

/** An entry as it is kept, with the running balance of a holder's account. */
export type PostedEntry = Entry & {
  readonly account?:
    | { readonly balanceBefore: Amount; readonly balanceAfter: Amount; readonly version: number }
    | undefined
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
  readonly holder: HolderAccount
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
export function settle({ holder, usage, paid, price, cause }: Settlement): Transfer | undefined {
  if (price === paid) return undefined
  return price > paid
    ? transferBetween({ from: holder, to: usage, amount: difference(price, paid), cause })
    : transferBetween({ from: usage, to: holder, amount: difference(paid, price), cause })
}

/** Takes a posted transfer back. Its key follows from the old one, so it is taken back once only. */
export function reversalOf(posted: Transfer & { readonly id: string }): Transfer {
  const { unit, cause, id } = posted
  const entries = posted.entries.map(({ accountId, amount }) => ({
    accountId,
    amount: negative(amount),
  }))
  return { unit, cause: { ...cause, key: `reversal of ${id}` }, entries, reverses: id }
}

/**
 * What posting a transfer comes to. `accounts` holds every account it touches, locked until the
 * entries are written; `earlier` is the transfer that was posted for the same cause before.
 * The same key with other entries is a fault: some code reused a key.
 */
export function post(
  transfer: Transfer,
  accounts: readonly Account[],
  earlier?: Transfer,
): Posting {
  invariant(sum(transfer.entries.map((entry) => entry.amount)) === 0, 'entries sum to zero')
  if (earlier) {
    invariant(isSameMovement(transfer, earlier), `key reused: ${transfer.cause.key}`)
    return { outcome: 'alreadyPosted' }
  }
  const entries = transfer.entries.map((entry) => postEntry(entry, transfer.unit, accounts))
  const short = entries.find(({ account }) => account && account.balanceAfter < 0)
  if (!short?.account) return { outcome: 'posted', entries }
  const shortfall = negative(short.account.balanceAfter)
  return { outcome: 'refused', accountId: short.accountId, shortfall }
}

function postEntry(entry: Entry, unit: Unit, accounts: readonly Account[]): PostedEntry {
  const account = accounts.find(({ id }) => id === entry.accountId)
  invariant(account !== undefined, `account not at hand: ${entry.accountId}`)
  invariant(account.unit === unit, `${unit} on an account in ${account.unit}`)
  if (!('balance' in account)) return entry
  const balanceBefore = account.balance
  const balanceAfter = sum([balanceBefore, entry.amount])
  return { ...entry, account: { balanceBefore, balanceAfter, version: account.version + 1 } }
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
