/** What a resident may park on, with its balance and the rules that a client shows (B1, B4). */
import { productKinds } from '@2park/domain/product-kind'
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { CalendarDate, Id, Instant, Plate, PlateInput, UnitAmount } from './fields.ts'

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  /** Of NL Design System's tokens those with a value of its own, by their names. Absent: it has none. */
  tokens: z.optional(z.record(z.string(), z.string())),
  /** Where its arms or logo are, on this server (M1). */
  logo: z.optional(z.string()),
  timeZone: z.string(),
  helpdesk: z.object({ name: z.string(), phone: z.string() }),
  /** Where its products are bought: E-Loket, or as the municipality calls it (A2). */
  permitShopName: z.string(),
})

export const Product = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(productKinds),
  location: z.string(),
  organisation: Organisation,
  /**
   * Only an `active` product can start a parking session. One that somebody else shared and revoked
   * is listed until the last session that was booked on it has ended.
   */
  state: z.enum(['active', 'upcoming', 'expired', 'blocked', 'revoked']),
  validFrom: Instant,
  validUntil: Instant,
  /** What the signed-in user can spend: of a delegation with a part, what is left of the part. */
  balance: UnitAmount,
  counts: z.object({ running: z.int(), planned: z.int() }),
  rules: z.object({
    endOfDayDeactivation: z.boolean(),
    extensionAllowed: z.boolean(),
    maxDurationSeconds: z.optional(z.int()),
    maxConcurrent: z.optional(z.int()),
    maxDaysAhead: z.int(),
    /** Whether the user may let others park on it (J1), and with any plate or with one (J3). */
    delegations: z.enum(['notAllowed', 'plateOptional', 'plateRequired']),
    /** Whether its balance can be bought: then the menu has a top-up (B4, D4). */
    topUpOffered: z.boolean(),
  }),
  /** Of a resident product: the plates of its holder's own that it was issued for (O1). */
  plates: z.optional(z.array(Plate)),
  /**
   * The one of them that the product holds for. Absent where none was chosen yet: then no plate has
   * a right.
   */
  activePlate: z.optional(Plate),
  /** Of prepaid parking: at how many locations, of which one is chosen for each session (O2). */
  locationCount: z.optional(z.int()),
  /** Of a pool: how many parking rights were bought, and how many are in use now (O3). */
  rights: z.optional(z.object({ bought: z.int(), inUse: z.int() })),
  /** Where the product is someone else's, who lets the user park on it (J, M6). */
  delegation: z.optional(
    z.object({
      /** The e-mail address of the holder. */
      by: z.string(),
      /** The only plate that may be parked (J4). */
      plate: z.optional(Plate),
      /** Whether the balance is the holder's whole one, and not a part of one's own (J5). */
      sharesBalance: z.boolean(),
    }),
  ),
  /** The first day of the next balance period, where the product has periods (P3, R1). */
  nextPeriodOn: z.optional(CalendarDate),
})

const ProductParams = z.object({ productId: Id })

export const productEndpoints = endpoints({
  'GET /products': {
    summary:
      'Every product that the signed-in user may park on, their own and others’ (M6), the one used last first.',
    tag: 'products',
    response: z.object({ products: z.array(Product) }),
    status: 200,
    problems: [],
  },
  'PUT /products/{productId}/active-plate': {
    summary: 'Choose which of its plates a resident product holds for from now on (O1).',
    tag: 'products',
    params: ProductParams,
    body: z.strictObject({ plate: PlateInput }),
    response: z.object({ plate: Plate, since: Instant }),
    status: 200,
    problems: ['plateSwitchNotOffered', 'blocked', 'expired'],
  },
  'GET /products/{productId}/locations': {
    summary: 'Where one can park with a prepaid product, and what it costs there (O2).',
    tag: 'products',
    params: ProductParams,
    response: z.object({
      locations: z.array(
        z.object({
          id: Id,
          /** As it may stand on signs in the street. */
          code: z.string(),
          name: z.string(),
          /** What an hour from now costs. */
          anHour: UnitAmount,
        }),
      ),
      /** Where the signed-in user parked last, while it is one of them. */
      lastUsed: z.optional(Id),
    }),
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
  'DELETE /products/{productId}': {
    summary:
      'Hide an expired or blocked product from the signed-in user (M7). Renewed, it is shown again.',
    tag: 'products',
    params: ProductParams,
    status: 204,
    problems: ['productUsable', 'productInUse'],
  },
})
