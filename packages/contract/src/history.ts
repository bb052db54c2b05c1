/** What was parked on a product (K2), read ten at a time: the latest first. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
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
  start: Instant,
  end: Instant,
  cost: UnitAmount,
  /** The e-mail address of who parked, where that was not the holder (K4). */
  startedBy: z.optional(z.string()),
  /** The day on which the plate is forgotten, while it is known. */
  plateKeptUntil: z.optional(CalendarDate),
})

const ProductParams = z.object({ productId: Id })
const PageQuery = z.strictObject({ after: z.optional(Cursor) })

export const historyEndpoints = endpoints({
  'GET /products/{productId}/history': {
    summary: 'How much there is in the history of a product (K1).',
    tag: 'history',
    params: ProductParams,
    response: z.object({ parkingSessions: HistoryCount }),
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
})
