/** Programs that call with a personal access token, for tests. */
import { expect } from 'vitest'
import { clientOf, type Client } from './http-client.ts'
import type { OpenTown, Resident } from './open-town.ts'

type Wish = {
  readonly name?: string
  readonly scope?: 'read' | 'park' | 'calendar'
  readonly productId?: string
  readonly dayLimit?: number
  readonly lifetimeDays?: number
}

export async function makeToken(
  { call }: Pick<Resident, 'call'>,
  { name = 'Home Assistant', scope = 'read', ...wish }: Wish = {},
): Promise<{ readonly id: string; readonly secret: string }> {
  const lifetime = scope === 'calendar' ? {} : { lifetimeDays: 365 }
  const body = { name, scope, ...lifetime, ...wish }
  const answer = await call('POST /account/access-tokens', { body })
  expect(answer.status).toBe(201)
  return { id: answer.body.accessToken.id, secret: answer.body.secret ?? '' }
}

export function programOf({ app }: OpenTown, token: string): Client {
  const call = clientOf(app)
  return (name, sent) =>
    call(name, { ...sent, headers: { ...sent?.headers, authorization: `Bearer ${token}` } })
}
