/**
 * Serves the residents' web app as it was built: files with a hash in their name for ever, the page
 * itself never from a cache, and that page for every path that is a place in the app.
 */
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refused } from '#refused.ts'
import { webAppHeaders } from './headers.ts'

export function webApp(app: FastifyInstance, root: string): void {
  app.register(fastifyStatic, {
    root: resolve(root),
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.headers(webAppHeaders)
      reply.header(
        'cache-control',
        isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (!isNavigation(request)) throw new Refused('notFound')
    return reply.sendFile('index.html')
  })
}

function isHashed(path: string): boolean {
  return /\/assets\/[^/]+-[\w-]{8,}\.\w+(?:\.(?:br|gz))?$/.test(path)
}

/** A page that a person opens, as against a file that a page asks for. */
function isNavigation({ method, headers, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  return (
    (method === 'GET' || method === 'HEAD') &&
    (headers.accept ?? '').includes('text/html') &&
    !path.split('/').at(-1)?.includes('.')
  )
}
