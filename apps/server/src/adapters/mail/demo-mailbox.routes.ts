/**
 * The mailbox of a demo, as plain pages without a script. A mail's own HTML stands in a frame that can
 * do nothing but follow a link: it was written for mail programs, with styles that our pages forbid.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { framedHeaders, pageHeaders } from '#http/headers.ts'
import { languageOf } from '#http/language.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { demoPageHeaders } from '../demo-page.ts'
import { listPage, mailPage } from './demo-mailbox-pages.ts'
import { findDemoMail, listDemoMails, type DemoMail } from './demo-mailbox.queries.ts'

type OneMail = { Params: { id: string } }
type OneFile = { Params: { id: string; index: string } }

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export function demoMailboxRoutes(app: FastifyInstance, { db }: Pick<World, 'db'>): void {
  app.get('/demo/mailbox', async (request, reply) => {
    const mails = await listDemoMails(db)
    return page(reply, listPage(mails, wishOf(request)))
  })

  app.get<OneMail>('/demo/mailbox/:id', async (request, reply) => {
    const mail = await getDemoMail(request.params.id)
    return page(reply, mailPage(mail, wishOf(request)))
  })

  app.get<OneMail>('/demo/mailbox/:id/html', async (request, reply) => {
    const { html } = await getDemoMail(request.params.id)
    return (
      reply
        .headers(framedHeaders)
        .type('text/html; charset=utf-8')
        // A link leads out of the frame, as it leads out of a mail program.
        .send(html.replace('<head>', '<head>\n<base target="_top">'))
    )
  })

  app.get<OneFile>('/demo/mailbox/:id/attachments/:index', async (request, reply) => {
    const { attachments } = await getDemoMail(request.params.id)
    const file = attachments[Number(request.params.index)]
    if (!file) throw new Refused('notFound')
    return reply
      .headers(pageHeaders("default-src 'none'"))
      .header('content-disposition', 'attachment')
      .type(`${file.mediaType}; charset=utf-8`)
      .send(file.content)
  })

  async function getDemoMail(id: string): Promise<DemoMail> {
    const mail = uuid.test(id) ? await findDemoMail(db, id) : undefined
    if (!mail) throw new Refused('notFound')
    return mail
  }
}

function wishOf({ headers }: FastifyRequest) {
  return languageOf(headers['accept-language'])
}

function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.headers(demoPageHeaders).type('text/html; charset=utf-8').send(html)
}
