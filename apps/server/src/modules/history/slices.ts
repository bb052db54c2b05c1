/** The lists of a history by positions, as they were at a moment: for who pages so. */
import type { Product } from '#modules/products/index.ts'
import type { Actor, World } from '#world.ts'
import { placeAt } from './cursor.ts'
import { whoseOf } from './lists.ts'
import type { Slice } from './pages.ts'
import {
  presentEndedSession,
  presentTransaction,
  type PresentedSession,
  type PresentedTransaction,
} from './presentation.ts'
import { countEverySession, listSliceOfSessions } from './sessions.queries.ts'
import { countEveryTransaction, listSliceOfTransactions } from './transactions.queries.ts'

type SessionsWanted = Slice & { readonly product: Product; readonly asOf: Temporal.Instant }

export async function readSessions(
  { db, now }: World,
  actor: Actor,
  { product, asOf, ...slice }: SessionsWanted,
): Promise<{ readonly rows: readonly PresentedSession[]; readonly total: number }> {
  const whose = whoseOf(product, actor)
  const before = placeAt(asOf)
  const rows = await listSliceOfSessions(db, whose, { before, ...slice })
  return {
    rows: rows.map((row) => presentEndedSession(row, product, now())),
    total: await countEverySession(db, whose, before),
  }
}

/** The number of the last change of a balance; 0 where there is none. */
export async function findLastEntry(db: World['db'], productId: string): Promise<number> {
  const { last } = await countEveryTransaction(db, productId, Number.MAX_SAFE_INTEGER)
  return last
}

type TransactionsWanted = Slice & {
  readonly product: Product
  /** The number of the latest one that is wanted. */
  readonly upTo: number
}

/** Of one's own product: whether it is, the caller has made sure. */
export async function readTransactions(
  { db, now }: World,
  { product, upTo, ...slice }: TransactionsWanted,
): Promise<{ readonly rows: readonly PresentedTransaction[]; readonly total: number }> {
  const before = upTo + 1
  const rows = await listSliceOfTransactions(db, product.id, { before, ...slice })
  const { count: total } = await countEveryTransaction(db, product.id, before)
  return { rows: rows.map((row) => presentTransaction(row, product, now())), total }
}
