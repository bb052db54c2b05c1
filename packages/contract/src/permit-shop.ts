/**
 * The permit shop's side (A2, A5): another system, in which products are bought, issues them here and
 * sees whether they are linked. It calls with a token of its own, for one municipality.
 */
import { units } from '@2park/domain/amount'
import { _default as withDefault, z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { EmailAddress, Id, Instant, Plate, PlateInput } from './fields.ts'
import { languages } from './language.ts'
import { invalidAs } from './invalid-field.ts'
import { Organisation } from './products.ts'

const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
const RightsQuantity = z.int().check(z.minimum(1), z.maximum(1000))
const Plates = z.array(PlateInput).check(z.maxLength(100))

/** What the shop can issue, and how its messages to the shop's own address fare. */
export const PermitShop = z.object({
  name: z.string(),
  organisation: Organisation,
  productTypes: z.array(z.object({ code: z.string(), name: z.string(), unit: z.enum(units) })),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Absent where the shop has given no address to be told at. */
  webhook: z.optional(
    z.object({
      address: z.string(),
      /** Messages that are still tried. */
      waiting: z.int(),
      /** Messages that were never taken, and are tried no more. */
      givenUp: z.int(),
      lastError: z.optional(z.string()),
    }),
  ),
})

export const ShopProduct = z.object({
  id: Id,
  number: z.int(),
  productType: z.object({ code: z.string(), name: z.string() }),
  area: z.object({ code: z.string(), name: z.string() }),
  /** Where the link was sent. Absent where its holder closed their account, until another is given. */
  email: z.optional(z.string()),
  language: z.enum(languages),
  validFrom: Instant,
  validUntil: Instant,
  plates: z.array(Plate),
  rightsQuantity: z.optional(z.int()),
  state: z.enum(['active', 'upcoming', 'expired', 'blocked', 'ended']),
  issuedAt: Instant,
  /** Absent until its holder has linked it. */
  linkedAt: z.optional(Instant),
})

const validity = { validFrom: Instant, validUntil: Instant }

/** The end after the beginning; what is no moment at all is said of its own field. */
function endsAfterItBegins(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return true
  const { validFrom, validUntil }: { validFrom?: unknown; validUntil?: unknown } = given
  const from = Instant.safeParse(validFrom)
  const until = Instant.safeParse(validUntil)
  if (!from.success || !until.success) return true
  return Temporal.Instant.compare(from.data, until.data) < 0
}

const inOrder = z.refine(endsAfterItBegins, {
  path: ['validUntil'],
  ...invalidAs('endNotAfterStart'),
  // Also where another field is wrong: all is said at once.
  when: ({ value }) => typeof value === 'object' && value !== null,
})

export const IssueInput = z
  .strictObject({
    /** The code of one of the shop's product types. */
    productType: Code,
    area: Code,
    email: EmailAddress,
    ...validity,
    plates: withDefault(Plates, []),
    rightsQuantity: z.optional(RightsQuantity),
    language: withDefault(z.enum(languages), 'nl'),
  })
  .check(inOrder)

export const ShopProductChange = z
  .strictObject({
    /** Where its link is sent to from now on; what was sent before opens nothing any more. */
    email: z.optional(EmailAddress),
    validFrom: z.optional(Instant),
    validUntil: z.optional(Instant),
    /** All of them: what is left out is taken off. */
    plates: z.optional(Plates),
    rightsQuantity: z.optional(RightsQuantity),
  })
  .check(inOrder)

const DirectLink = z.object({
  /** Opens 2Park with the product to be linked: once, and soon. */
  url: z.url(),
  expiresAt: Instant,
})

const ProductParams = z.object({ productId: Id })

export const permitShopEndpoints = endpoints({
  'GET /permit-shop': {
    summary: 'The shop of the token: its municipality, what it can issue, and its webhook.',
    tag: 'permit shop',
    by: 'permitShop',
    response: PermitShop,
    status: 200,
    problems: [],
  },
  'POST /permit-shop/products': {
    summary: 'Issue a product to an e-mail address, and send the link there (A2).',
    tag: 'permit shop',
    by: 'permitShop',
    body: IssueInput,
    response: ShopProduct,
    status: 201,
    problems: ['tooManyRequests'],
  },
  'GET /permit-shop/products': {
    summary: 'The products that were issued by permit shops of the municipality, newest first.',
    tag: 'permit shop',
    by: 'permitShop',
    query: z.strictObject({
      /** Only those with a lower number: for the next page, the last number of this one. */
      before: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
    }),
    response: z.object({ products: z.array(ShopProduct), hasMore: z.boolean() }),
    status: 200,
    problems: [],
  },
  'GET /permit-shop/products/{productId}': {
    summary: 'One product, and whether it is linked (A5).',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    response: ShopProduct,
    status: 200,
    problems: [],
  },
  'PATCH /permit-shop/products/{productId}': {
    summary:
      'Change the validity, the plates or the quantity of rights of a product, or until it is linked its address.',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    body: ShopProductChange,
    response: ShopProduct,
    status: 200,
    problems: ['productLinked', 'productEnded'],
  },
  'POST /permit-shop/products/{productId}/_mail': {
    summary: 'Send the e-mail again, with a new link in the place of the former (A5).',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    status: 204,
    problems: ['productLinked', 'productEnded', 'holderUnknown', 'tooManyRequests'],
  },
  'POST /permit-shop/products/{productId}/_link': {
    summary: 'A link that is opened at once: [Ga naar 2Park] (A5). Each call gives a new one.',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    response: DirectLink,
    status: 200,
    problems: ['productLinked', 'productEnded', 'holderUnknown'],
  },
  'POST /permit-shop/products/{productId}/_block': {
    summary: 'Block a product: nobody starts to park on it until it is unblocked.',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    response: ShopProduct,
    status: 200,
    problems: ['productEnded'],
  },
  'POST /permit-shop/products/{productId}/_unblock': {
    summary: 'Unblock a product.',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    response: ShopProduct,
    status: 200,
    problems: ['productEnded'],
  },
  'POST /permit-shop/products/{productId}/_end': {
    summary: 'End a product now and for good. Parking sessions that run go on as booked.',
    tag: 'permit shop',
    by: 'permitShop',
    params: ProductParams,
    response: ShopProduct,
    status: 200,
    problems: [],
  },
})
