/** What an entry of the ledger was, in the words of a holder. */
import type { transactionKinds } from '@2park/contract/history'
import type { Transaction } from './transactions.queries.ts'

export type TransactionKind = (typeof transactionKinds)[number]

type Entry = Pick<Transaction, 'cause' | 'step' | 'amount' | 'sessionDeleted'>

export function kindOf(entry: Entry): TransactionKind {
  const isGain = entry.amount > 0
  switch (entry.cause) {
    case 'session':
      return isGain ? endOf(entry) : beginOf(entry)
    case 'grant':
      return isGain ? 'grant' : 'lapsed'
    case 'topUp':
      return isGain ? 'topUp' : 'topUpReversed'
    case 'delegation':
      return isGain ? 'delegationReturned' : 'delegated'
    default:
      return 'correction'
  }
}

function beginOf({ step }: Entry): TransactionKind {
  return step === 'booking' ? 'parked' : 'extended'
}

/** A session that was deleted had not begun, so it was never stopped. */
function endOf({ sessionDeleted }: Entry): TransactionKind {
  return sessionDeleted ? 'deleted' : 'stopped'
}
