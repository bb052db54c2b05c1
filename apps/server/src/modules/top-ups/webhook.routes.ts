/**
 * Where a payment provider says that there is news of a payment. It says only of which one: anybody
 * can call this, and whoever does makes us ask the provider, no more. The answer is the same for
 * payments that nobody knows.
 */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod/mini'
import { smallForm, takeForms } from '#http/forms.ts'
import { followPayment } from './following.commands.ts'
import type { Till } from './top-ups.commands.ts'

const News = z.object({ id: z.string().check(z.regex(/^[\w-]{1,64}$/)) })

export const webhookPath = '/webhooks/payments'

export function webhookRoutes(app: FastifyInstance, till: Till): void {
  app.register((scope, _, done) => {
    takeForms(scope, { bodyLimit: smallForm })
    scope.post(webhookPath, async (request, reply) => {
      const { data } = News.safeParse(request.body)
      // A failure is theirs to hear: they call again.
      if (data) await followPayment(till, data.id)
      return reply.code(200).send()
    })
    done()
  })
}
