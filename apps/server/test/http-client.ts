/** Speaks to the API as a web app does, by the names of its endpoints, with the cookie it was given. */
import { json } from 'node:stream/consumers'
import { api, type Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { Problem } from '@2park/contract/problem'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod/mini'

export type Sent = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Sent as `Idempotency-Key`. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer<Name extends keyof Api> = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** What the endpoint answers, or a problem: a test says which by what it expects of it. */
  readonly body: NonNullable<Output<Api[Name]>> & Partial<z.output<typeof Problem>>
}

export type Client = <Name extends keyof Api>(name: Name, sent?: Sent) => Promise<Answer<Name>>

export function clientOf(app: FastifyInstance, cookie?: string): Client {
  return async (name, { params = {}, query, body, key, headers } = {}) => {
    const [method, path = ''] = name.split(' ')
    const isStream = 'stream' in api[name]
    const response = await app.inject({
      payloadAsStream: isStream,
      // The name's own type says which methods there are.
      method: method as 'GET',
      url: `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, field: string) => params[field] ?? '')}`,
      ...(query && { query }),
      ...(body !== undefined && { payload: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...(key && { 'idempotency-key': key }),
        ...headers,
      },
    })
    return {
      status: response.statusCode,
      headers: response.headers,
      // Where an answer has no body, or is a file, a test that looks into it fails there.
      body: (await bodyOf(response, isStream)) as Answer<typeof name>['body'],
    }
  }
}

async function bodyOf(response: LightMyRequestResponse, isStream: boolean): Promise<unknown> {
  if (!isStream) return isJson(response) && response.body !== '' ? response.json() : undefined
  if (isJson(response)) return json(response.stream())
  // Whoever wants to hear of what happens listens by `event-stream.ts`.
  response.stream().destroy()
  return undefined
}

function isJson({ headers }: LightMyRequestResponse): boolean {
  return /[/+]json/.test(String(headers['content-type']))
}

/** The same as a permit shop, with its token. */
export function shopClientOf(app: FastifyInstance, token: string): Client {
  const call = clientOf(app)
  return (name, sent) =>
    call(name, { ...sent, headers: { ...sent?.headers, authorization: `Bearer ${token}` } })
}

export async function signedIn(
  app: FastifyInstance,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<{ readonly call: Client; readonly cookie: string }> {
  const { headers } = await clientOf(app)('POST /sign-ins', { body: { email, password } })
  const cookie = cookieOf(headers)
  return { call: clientOf(app, cookie), cookie }
}

/** The cookie that an answer sets, as it is sent back. */
export function cookieOf(headers: Readonly<Record<string, unknown>>): string {
  return String(headers['set-cookie']).split(';')[0] ?? ''
}
