/** The page on which everybody can move the clock of a demo. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod/mini'
import { smallForm, takeForms } from '#http/forms.ts'
import { languageOf } from '#http/language.ts'
import { demoPageHeaders } from '../demo-page.ts'
import { clockPage } from './demo-clock-page.ts'
import type { DemoClock } from './demo-clock.ts'
import { momentOf } from './moves.ts'

export const clockPath = '/demo/clock'

const Form = z.object({
  to: z.optional(z.string().check(z.maxLength(40))),
  at: z.optional(z.string().check(z.maxLength(40))),
})

/** `catchUp` does what would have been done meanwhile. */
export function demoClockRoutes(
  app: FastifyInstance,
  clock: DemoClock,
  catchUp: () => Promise<void>,
): void {
  app.register((scope, _, done) => {
    takeForms(scope, { bodyLimit: smallForm })
    scope.get(clockPath, async (request, reply) => page(request, reply, { isRefused: false }))
    scope.post(clockPath, async (request, reply) => {
      const { data } = Form.safeParse(request.body)
      const at = data && momentOf(data, clock.now())
      const isMoved = at !== undefined && (await clock.moveTo(at))
      if (!isMoved) return page(request, reply.status(400), { isRefused: true })
      await catchUp()
      return reply.headers(demoPageHeaders).redirect(clockPath, 303)
    })
    done()
  })

  function page(
    { headers }: FastifyRequest,
    reply: FastifyReply,
    { isRefused }: { readonly isRefused: boolean },
  ): FastifyReply {
    const language = languageOf(headers['accept-language'])
    const html = clockPage({ now: clock.now(), language, isRefused })
    return reply.headers(demoPageHeaders).type('text/html; charset=utf-8').send(html)
  }
}
