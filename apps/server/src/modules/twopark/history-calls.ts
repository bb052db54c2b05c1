/**
 * What was parked and what changed the balance, by windows of positions: the first is 1, and both ends
 * are in. Pages after the first are of the moment at which that was read, so that what ends meanwhile
 * neither repeats a row nor loses one.
 */
import { z } from 'zod/mini'
import {
  findLastEntry,
  mailList,
  readSessions,
  readTransactions,
  type ListName,
  type PresentedSession,
  type PresentedTransaction,
} from '#modules/history/index.ts'
import type { Product } from '#modules/products/index.ts'
import { NoFields, signedCall, Text, type Visit } from './call.ts'
import { Declined } from './envelope.ts'
import { balanceText, costText, currencies, endText, minuteText, momentText } from './formats.ts'
import { getOpenProduct, listOpenProducts } from './open-products.ts'
import { parameters } from './parameters.ts'
import { texts } from './texts.ts'
import { findHistoryVisit, saveHistoryVisit, type HistoryVisit } from './visits.queries.ts'

/** The plate picker asks from `undefined` to `undefined`, and means all. */
const Position = z.optional(Text)

const OnWindow = z.object({ product_id: Text, startindex: Position, stopindex: Position })

const mostAtOnce = 500

type Window = { readonly first: number; readonly last: number; readonly isAll: boolean }

function windowOf({ startindex, stopindex }: z.output<typeof OnWindow>): Window {
  const [start, stop] = [positionOf(startindex), positionOf(stopindex)]
  const first = Math.max(1, start ?? 1)
  const last = Math.min(stop ?? mostAtOnce, first + mostAtOnce - 1)
  return { first, last, isAll: start === undefined }
}

function positionOf(text = ''): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

const slice = ({ first, last }: Window) => ({
  offset: first - 1,
  limit: Math.max(0, last - first + 1),
})

type Found = { readonly count: number; readonly total: number }

function indexesOf({ first }: Window, { count, total }: Found) {
  return {
    startindex: String(first),
    stopindex: String(first + count - 1),
    maxindex: String(total),
  }
}

const columns = [
  ['MBR_IDENT', 'LPN'],
  ['TIMESTART', 'DATETIME'],
  ['TIMEEND', 'DATETIME'],
  ['LOCATION', 'TEXT'],
  ['COST', 'MONEY'],
  ['CURRENCY_DESC', 'TEXT'],
] as const

export const getActionHistory = signedCall(OnWindow, async (visit, input) => {
  const { till, actor } = visit
  const product = await getOpenProduct(visit, input.product_id)
  const window = windowOf(input)
  const asOf = await momentOf(visit, product, window)
  const { rows, total } = await readSessions(till, actor, { product, asOf, ...slice(window) })
  return {
    data: {
      ...indexesOf(window, { count: rows.length, total }),
      headers: columns.map(([label, type]) => ({ hdr_label: label, hdr_datatype: type })),
      actions: rows.map((row) => presentEnded(row, product)),
    },
  }
})

function presentEnded(
  { id, plate, start, end, cost, location }: PresentedSession,
  product: Product,
) {
  return {
    atn_id: id,
    atn_state: 'COMPLETED',
    atn_chained: 'NO',
    atn_chained_child_id: '',
    atn_parameters: parameters({
      // Once its time has come, a plate is forgotten.
      MBR_IDENT: plate?.number ?? '',
      TIMESTART: momentText(Temporal.Instant.from(start)),
      TIMEEND: endText(Temporal.Instant.from(end)),
      LOCATION: location ?? product.location,
      COST: costText(cost.value, cost.unit),
      CURRENCY_DESC: currencies[cost.unit].text,
    }),
  }
}

export const getMutationHistory = signedCall(OnWindow, async (visit, input) => {
  const { till } = visit
  const product = await getOpenProduct(visit, input.product_id)
  const window = windowOf(input)
  // Changes of the balance are its holder's to see.
  if (product.delegation) {
    return { data: { ...indexesOf(window, { count: 0, total: 0 }), mutations: [] } }
  }
  const upTo = await lastEntryOf(visit, product, window)
  const { rows, total } = await readTransactions(till, { product, upTo, ...slice(window) })
  const mutations = rows.map(presentMutation)
  return { data: { ...indexesOf(window, { count: rows.length, total }), mutations } }
})

/** Clients read these by position, and the first by its Dutch word, in whatever language they are. */
function presentMutation({ kind, amount, at, plate }: PresentedTransaction) {
  return {
    mtn_parameters: parameters({
      MUTATION_TYPE: mutationOf(kind, amount.value),
      AMOUNT: balanceText(amount.value, amount.unit),
      CURRENCY_DESC: currencies[amount.unit].text,
      MUTATION_DATE: minuteText(Temporal.Instant.from(at)),
      MBR_IDENT: plate?.number ?? '',
    }),
  }
}

function mutationOf(kind: PresentedTransaction['kind'], value: number): string {
  if (value < 0) return 'Afboeking'
  return kind === 'topUp' ? 'Bijschrijving' : 'Bijboeking'
}

/** The moment that a window is of: this one, where it is the first. */
async function momentOf({ till, signInId }: Visit, { id }: Product, window: Window) {
  const now = till.now()
  if (window.isAll) return now
  const known = await findVisitOf(till.db, signInId, id)
  if (window.first > 1 && known?.sessionsAsOf) return known.sessionsAsOf
  const entriesUpTo = known?.entriesUpTo ?? null
  await saveHistoryVisit(till.db, signInId, { productId: id, sessionsAsOf: now, entriesUpTo })
  return now
}

/** The same for transactions, by the number of the last one. */
async function lastEntryOf({ till, signInId }: Visit, { id }: Product, window: Window) {
  const last = () => findLastEntry(till.db, id)
  if (window.isAll) return last()
  const known = await findVisitOf(till.db, signInId, id)
  if (window.first > 1 && known?.entriesUpTo) return known.entriesUpTo
  const upTo = await last()
  const sessionsAsOf = known?.sessionsAsOf ?? null
  await saveHistoryVisit(till.db, signInId, { productId: id, sessionsAsOf, entriesUpTo: upTo })
  return upTo
}

async function findVisitOf(
  db: Visit['till']['db'],
  signInId: string,
  productId: string,
): Promise<HistoryVisit | undefined> {
  const visit = await findHistoryVisit(db, signInId)
  return visit?.productId === productId ? visit : undefined
}

export const mailActions = mailing('parkingSessions')
export const mailMutations = mailing('transactions')

/** Of the product whose history was shown last, or of the only one: the call does not say which. */
function mailing(list: ListName) {
  return signedCall(NoFields, async (visit) => {
    const { till, actor, signInId } = visit
    const shown = await findHistoryVisit(till.db, signInId)
    const products = await listOpenProducts(visit)
    const [only, ...others] = products
    const last = products.find(({ id }) => id === shown?.productId)
    const meant = last ?? (others.length === 0 ? only : undefined)
    if (!meant) throw new Declined('NODATAFOUND', texts.noHistory)
    await mailList(till, actor, { productId: meant.id, list })
    return {}
  })
}
