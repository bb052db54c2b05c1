/**
 * The HTTP API as one function, typed by the contract from end to end. Only the contract's types
 * are imported: its schemas never reach the browser for a call.
 */
import type { Api } from '@2park/contract/api'
import type { Feed, Input, Output } from '@2park/contract/endpoint'
import type { Problem as ProblemSchema } from '@2park/contract/problem'
import type { z } from 'zod/mini'
import { idleSeconds } from './activity.ts'
import { hearServerClock } from './clock.ts'
import { hearKept, keptHeader } from './connection.ts'

export type EndpointName = keyof Api
export type InputOf<N extends EndpointName> = Input<Api[N]>
export type OutputOf<N extends EndpointName> = Output<Api[N]>
export type EventOf<N extends EndpointName> = OutputOf<N> extends Feed<infer E> ? E : never
export type Problem = z.output<typeof ProblemSchema>

/** The API answered, and the answer was no. What to tell the user is in `problem`. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Nobody answered: the network or the server is away. Whether the call arrived is not known. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export type CallOptions = {
  readonly signal?: AbortSignal
  /** Makes a call that writes safe to repeat: the same key gets the same answer, once. */
  readonly idempotencyKey?: string
  /** Of a permit shop, for the endpoints that are its own. */
  readonly shopToken?: string
  /** Of what was read, where it is that which is changed. */
  readonly version?: number
}

const apiRoot = '/api/v1'

export async function call<N extends EndpointName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<OutputOf<N>> {
  const response = await send(name, input, options)
  if (response.status === 204) return undefined as OutputOf<N>
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw isProblem(answer) ? new ProblemAnswer(answer) : new Unreachable(name)
  hearClock(answer, hearKept(response.headers.get(keptHeader)))
  return answer as OutputOf<N>
}

/** What the app's worker has kept of the last answer, where there is one and it has. */
export async function findKept<N extends EndpointName>(
  name: N,
  { params, query }: InputOf<N>,
): Promise<{ readonly answer: OutputOf<N>; readonly keptAtMs: number } | undefined> {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return undefined
  const [, path = ''] = name.split(' ')
  const address = apiRoot + addressOf(path, params, query)
  const headers = { 'cache-control': 'only-if-cached' }
  const response = await fetch(address, { headers }).catch(() => undefined)
  const keptAt = response?.headers.get(keptHeader) ?? undefined
  if (!response || keptAt === undefined) return undefined
  return { answer: (await response.json()) as OutputOf<N>, keptAtMs: Math.round(Number(keptAt)) }
}

/** Of an answer that says what time it was when it was given; without `cameAtMs` it came just now. */
export function hearClock(answer: unknown, cameAtMs?: number): void {
  if (hasAsOf(answer)) hearServerClock(answer.asOf, cameAtMs)
}

async function send<N extends EndpointName>(
  name: N,
  { params, query, body }: InputOf<N>,
  options: CallOptions,
): Promise<Response> {
  const { signal } = options
  const [method = '', path = ''] = name.split(' ')
  try {
    return await fetch(apiRoot + addressOf(path, params, query), {
      method,
      headers: headersOf(options, body !== undefined),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (cause) {
    // A call that was taken back is not a network that failed: Query tells the two apart by this.
    if (signal?.aborted) throw cause
    throw new Unreachable(name, { cause })
  }
}

function headersOf({ idempotencyKey, shopToken, version }: CallOptions, hasBody: boolean): Headers {
  const headers = new Headers({
    'accept-language': document.documentElement.lang,
    'idle-seconds': String(idleSeconds()),
  })
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey)
  if (shopToken !== undefined) headers.set('authorization', `Bearer ${shopToken}`)
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  if (hasBody) headers.set('content-type', 'application/json')
  return headers
}

/** `/products/{productId}?state=running`, with every value made safe for an address. */
export function addressOf(path: string, params: object = {}, query: object = {}): string {
  const values = new Map<string, unknown>(Object.entries(params))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(values.get(key))),
  )
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  return search === '' ? filled : `${filled}?${search}`
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer
}

function hasAsOf(answer: unknown): answer is { readonly asOf: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'asOf' in answer &&
    typeof answer.asOf === 'string'
  )
}
