/**
 * The cookie that says who is signed in. Scripts can't read it, other sites can't send it along with
 * a writing call, and its `__Host-` name keeps neighbouring hosts from setting it.
 *
 * Browsers take a Secure cookie over HTTPS, and over plain HTTP from this very machine. A product
 * that is tried out over plain HTTP on a local network has neither, and gets a cookie of another
 * name without those promises; PUBLIC_URL says which it is.
 */
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What the browser is to keep; without a moment, until it closes. */
export type CookieContent = { readonly token: string; readonly until?: Temporal.Instant }

export type SessionCookie = {
  readonly read: (request: FastifyRequest) => string | undefined
  readonly write: (reply: FastifyReply, content: CookieContent, now: Temporal.Instant) => void
  readonly clear: (reply: FastifyReply) => void
}

const ownMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

export function sessionCookie(publicUrl: URL): SessionCookie {
  const secure = publicUrl.protocol === 'https:' || ownMachine.has(publicUrl.hostname)
  const name = secure ? '__Host-session' : 'session'
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, secure, sameSite: 'lax' }
  return {
    read: (request) => request.cookies[name],
    write: (reply, { token, until }, now) => {
      const maxAge = until && Math.floor(now.until(until).total('seconds'))
      reply.setCookie(name, token, { ...options, ...(maxAge !== undefined && { maxAge }) })
    },
    clear: (reply) => void reply.clearCookie(name, options),
  }
}
