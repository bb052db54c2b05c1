/** The product whose parking sessions one sees after signing in (B2, C2). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id } from './fields.ts'

/** Without a product: the one used last. */
const StartProduct = z.strictObject({ productId: z.optional(Id) })

export const startProductEndpoints = endpoints({
  'GET /start-product': {
    summary: 'The product that one starts with; none where it is the one used last (C2).',
    tag: 'account',
    response: StartProduct,
    status: 200,
    problems: [],
  },
  'PUT /start-product': {
    summary: 'Choose the product that one starts with (C2).',
    tag: 'account',
    body: StartProduct,
    status: 204,
    problems: ['notFound'],
  },
})
