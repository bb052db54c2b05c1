/**
 * What a personal access token opens: these endpoints, and no others. Whatever is added to the API is
 * closed to tokens until it is named here. Nothing that changes who somebody is, what they own or who
 * else may park ever is.
 */
import type { Api } from './api.ts'

type Name = keyof Api

const reading: ReadonlySet<string> = new Set([
  'GET /products',
  'GET /products/{productId}',
  'GET /products/{productId}/locations',
  'GET /products/{productId}/parking-sessions',
  'GET /products/{productId}/favourites',
  'GET /products/{productId}/recent-plates',
  'GET /parking-sessions',
  // A quote is a question, whatever its method.
  'POST /products/{productId}/quotes',
  'POST /parking-sessions/{parkingSessionId}/quotes',
] satisfies Name[])

const parking: ReadonlySet<string> = new Set([
  'POST /products/{productId}/parking-sessions',
  'POST /parking-sessions/{parkingSessionId}/_extend',
  'POST /parking-sessions/{parkingSessionId}/_stop',
  'DELETE /parking-sessions/{parkingSessionId}',
] satisfies Name[])

export type CallingScope = 'read' | 'park'

/** The least that a token must be good for; undefined where none is good enough. */
export function scopeFor(name: string): CallingScope | undefined {
  if (reading.has(name)) return 'read'
  return parking.has(name) ? 'park' : undefined
}

export type Reach = {
  readonly scope: CallingScope
  /** Whether it is for one product only. */
  readonly ofOneProduct: boolean
}

/** Whoever parks reads what is there; who is held to one product asks about that, and lists nothing. */
export function isOpenTo({ scope, ofOneProduct }: Reach, name: string): boolean {
  const needed = scopeFor(name)
  if (needed === undefined || (needed === 'park' && scope === 'read')) return false
  return !ofOneProduct || /[{](?:productId|parkingSessionId)[}]/.test(name)
}
