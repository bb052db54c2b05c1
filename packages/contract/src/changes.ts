/** What changed elsewhere, told as it happens: on another device, by a delegate, by a payment. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id } from './fields.ts'

/**
 * It says what changed and never what it became: that is read again, by the rules of who may read it.
 * What changed before `ready` isn't told. After `ended` nobody is signed in here any more.
 */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('changed'), productIds: z.array(Id) }),
  z.object({ kind: z.literal('ended') }),
  // Now and then, so that both sides and whatever stands between know that it is still there.
  z.object({ kind: z.literal('beat') }),
])

export const changeEndpoints = endpoints({
  'GET /changes': {
    summary: 'Server-sent events: which of the products that one may park on have changed.',
    tag: 'product',
    stream: Change,
    status: 200,
    problems: ['tooManyRequests'],
  },
})
