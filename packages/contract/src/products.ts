/** What a resident may park on, with its balance and the rules that a client shows (B1, B4). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { CalendarDate, Id, Instant, UnitAmount } from './fields.ts'

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  /** The name of the municipality's token sheet in the web apps. */
  brand: z.string(),
  timeZone: z.string(),
  helpdesk: z.object({ name: z.string(), phone: z.string() }),
})

export const Product = z.object({
  id: Id,
  name: z.string(),
  kind: z.literal('visitor'),
  location: z.string(),
  organisation: Organisation,
  /** Only an `active` product can start a parking session. */
  state: z.enum(['active', 'upcoming', 'expired', 'blocked']),
  validFrom: Instant,
  validUntil: Instant,
  balance: UnitAmount,
  counts: z.object({ running: z.int(), planned: z.int() }),
  rules: z.object({
    endOfDayDeactivation: z.boolean(),
    extensionAllowed: z.boolean(),
    maxDurationSeconds: z.optional(z.int()),
    maxConcurrent: z.optional(z.int()),
    maxDaysAhead: z.int(),
  }),
  /** The first day of the next balance period, where the product has periods (P3, R1). */
  nextPeriodOn: z.optional(CalendarDate),
})

const ProductParams = z.object({ productId: Id })

export const productEndpoints = endpoints({
  'GET /products': {
    summary: 'Every product of the signed-in user, the one used last first.',
    tag: 'products',
    response: z.object({ products: z.array(Product) }),
    status: 200,
    problems: [],
  },
  'GET /products/{productId}': {
    summary: 'One product, with its balance now.',
    tag: 'products',
    params: ProductParams,
    response: Product,
    status: 200,
    problems: [],
  },
})
