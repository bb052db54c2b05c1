import type { FastifyRequest } from 'fastify'
import { Refused } from '#refused.ts'

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a writing call that a page of another site makes with our user's cookie. A browser says in
 * `Origin` which page it is; programs say nothing, and have no cookie of anyone else's.
 */
export function requireOwnOrigin(request: FastifyRequest, publicUrl: URL): void {
  const { origin, host } = request.headers
  if (safeMethods.has(request.method) || origin === undefined || origin === publicUrl.origin) return
  // The same machine has more names than PUBLIC_URL can say: localhost, 127.0.0.1.
  if (URL.parse(origin)?.host !== host) throw new Refused('originNotAllowed')
}
