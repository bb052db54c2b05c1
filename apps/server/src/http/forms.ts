/** What a browser or a machine sends as a form, for the few routes that are no part of the API. */
import type { FastifyInstance } from 'fastify'

/** In bytes: more than the buttons and the one field of such a page are. */
export const smallForm = 4096

type Taking = {
  /** Whatever the caller calls it: some say no type. */
  readonly ofAnyType?: boolean
  readonly bodyLimit?: number
}

/** From here on the scope makes fields of every body, and takes nothing else. */
export function takeForms(scope: FastifyInstance, { ofAnyType, bodyLimit }: Taking = {}): void {
  const type = ofAnyType ? '*' : 'application/x-www-form-urlencoded'
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    type,
    { parseAs: 'string', ...(bodyLimit !== undefined && { bodyLimit }) },
    (_request, body, parsed) => {
      parsed(null, Object.fromEntries(new URLSearchParams(String(body))))
    },
  )
}
