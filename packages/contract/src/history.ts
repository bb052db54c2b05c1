/** What was parked on a product (K2) and what changed its balance (K3): the latest first. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { languages } from './language.ts'
import { CalendarDate, Id, Instant, Plate, UnitAmount } from './fields.ts'
import { Price } from './quotes.ts'

/** Where the next page begins. It means something to the server only. */
const Cursor = z.string().check(z.regex(/^[\w-]{1,200}$/))

/** How many there are. Of very many it is said that there are more than `value`. */
export const HistoryCount = z.object({ value: z.int(), more: z.boolean() })

export const EndedSession = z.object({
  id: Id,
  /** Absent once it has been forgotten (K7). */
  plate: z.optional(Plate),
  /** The name of the favourite that the plate is, where it is one (I5). */
  favouriteName: z.optional(z.string()),
  /** Where it was parked, of a product with a choice of locations (O2). */
  location: z.optional(z.string()),
  start: Instant,
  end: Instant,
  cost: UnitAmount,
  /** The e-mail address of who parked, where that was not the holder (K4). */
  startedBy: z.optional(z.string()),
  /** The day on which the plate is forgotten, while it is known. */
  plateKeptUntil: z.optional(CalendarDate),
})

/** What changed a balance. */
export const transactionKinds = [
  'parked',
  'extended',
  'stopped',
  'deleted',
  'topUp',
  'topUpReversed',
  'grant',
  'lapsed',
  'delegated',
  'delegationReturned',
  'correction',
] as const

export const Transaction = z.object({
  /** Its number on the product's account: no two have the same. */
  number: z.int(),
  kind: z.enum(transactionKinds),
  /** Of a parking session: the plate, while it is kept (K7). */
  plate: z.optional(Plate),
  at: Instant,
  /** Above zero is gained, below zero is spent. */
  amount: UnitAmount,
  balanceAfter: UnitAmount,
})

/** The two lists of the history. */
export const HistoryListName = z.enum(['parkingSessions', 'transactions'])

const ProductParams = z.object({ productId: Id })
const PageQuery = z.strictObject({ after: z.optional(Cursor) })

export const historyEndpoints = endpoints({
  'GET /products/{productId}/history': {
    summary: 'How much there is in the history of a product (K1).',
    tag: 'history',
    params: ProductParams,
    response: z.object({
      parkingSessions: HistoryCount,
      /** Absent for a delegate: the balance is its holder's (K3). */
      transactions: z.optional(HistoryCount),
    }),
    status: 200,
    problems: [],
  },
  'GET /products/{productId}/history/parking-sessions': {
    summary: 'The ended parking sessions of a product, the latest first, ten at a time (K2, K5).',
    tag: 'history',
    params: ProductParams,
    query: PageQuery,
    response: z.object({
      parkingSessions: z.array(EndedSession),
      /** What to ask for as `after` to read on; absent on the last page. */
      next: z.optional(Cursor),
    }),
    status: 200,
    problems: [],
  },
  'GET /products/{productId}/history/parking-sessions/{parkingSessionId}/price': {
    summary: 'What the cost of an ended parking session was made up of, by the fares of then.',
    tag: 'history',
    params: z.object({ productId: Id, parkingSessionId: Id }),
    response: z.object({
      /** Absent where the municipality has corrected its rules since: then the lines are not known. */
      price: z.optional(Price),
    }),
    status: 200,
    problems: [],
  },
  'GET /products/{productId}/history/transactions': {
    summary: 'Every change of the balance of an own product, the latest first, ten at a time (K3).',
    tag: 'history',
    params: ProductParams,
    query: PageQuery,
    response: z.object({ transactions: z.array(Transaction), next: z.optional(Cursor) }),
    status: 200,
    problems: [],
  },
  'GET /products/{productId}/history/_download': {
    summary: 'A whole list as a file for a spreadsheet: semicolons, UTF-8 with a byte order mark.',
    tag: 'history',
    params: ProductParams,
    query: z.strictObject({ list: HistoryListName, language: z.optional(z.enum(languages)) }),
    file: 'text/csv',
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/history/_mail': {
    summary: 'Mail a whole list to oneself, to read and as a file (K6).',
    tag: 'history',
    params: ProductParams,
    body: z.strictObject({ list: HistoryListName }),
    status: 204,
    problems: [],
  },
})
