/**
 * The arms or logos of municipalities, as files of our own origin. A file's name is the hash of what
 * is in it: a browser keeps it for ever, and another logo is another file.
 */
import type { FastifyInstance } from 'fastify'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { findLogo } from './logos.queries.ts'

const mediaTypes = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

type Named = { readonly Params: { readonly hash: string; readonly form: string } }

export function serveLogos(app: FastifyInstance, { db }: Pick<World, 'db'>): void {
  app.get<Named>('/logos/:hash.:form', async ({ params: { hash, form } }, reply) => {
    const content = await findLogo(db, `${hash}.${form}`)
    if (!content || !isForm(form)) throw new Refused('notFound')
    return reply
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        // It is a picture and nothing else, also for who opens it by itself.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      })
      .type(mediaTypes[form])
      .send(content)
  })
}

function isForm(form: string): form is keyof typeof mediaTypes {
  return Object.hasOwn(mediaTypes, form)
}
