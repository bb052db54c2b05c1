/**
 * One operation of the HTTP API, as a value that the server, the web apps and the OpenAPI document
 * all derive from. An endpoint is named by its method and path, and that name is all that a web app
 * needs at run time: the schemas reach it as types only.
 */
import type { z } from 'zod/mini'
import type { ProblemCode } from './problems.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type EndpointName = `${Method} /${string}`

type Shape = z.core.$ZodType

export type Endpoint = {
  readonly summary: string
  /** The group it stands under in the documentation. */
  readonly tag: string
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  /** Absent where the answer has no body. */
  readonly response?: Shape
  /** The media type of an answer that is a file instead, sent as it is made. */
  readonly file?: 'text/csv'
  /** Of an answer that goes on, as server-sent events: what each of them says. */
  readonly stream?: Shape
  readonly status: 200 | 201 | 204
  /** Whether it answers without a signed-in user. */
  readonly open?: true
  /** Who calls it, where that is no signed-in resident: a permit shop, with its token. */
  readonly by?: 'permitShop'
  /** Its answer has a `version`, which is its ETag. Whoever changes it says by `If-Match` what they read. */
  readonly versioned?: true
  /** Every "no" it can give beside those that any endpoint can: see `problems.ts`. */
  readonly problems: readonly ProblemCode[]
}

type In<T> = T extends Shape ? z.input<T> : undefined
type Parsed<T> = T extends Shape ? z.output<T> : undefined
type Given<E extends Endpoint, Part extends 'params' | 'query' | 'body'> = E extends {
  readonly [part in Part]: Shape
}
  ? { readonly [part in Part]: In<E[Part]> }
  : { readonly [part in Part]?: undefined }

/** What a client sends. */
export type Input<E extends Endpoint> = Given<E, 'params'> & Given<E, 'query'> & Given<E, 'body'>

/** What a handler on the server is given: the same, parsed. */
export type Received<E extends Endpoint> = {
  readonly params: Parsed<E['params']>
  readonly query: Parsed<E['query']>
  readonly body: Parsed<E['body']>
  /** Of what the caller read, where it is that which is changed. */
  readonly version: E extends { readonly versioned: true; readonly body: Shape }
    ? number
    : undefined
}

export type Output<E extends Endpoint> = E extends { readonly response: Shape }
  ? z.output<E['response']>
  : E extends { readonly file: string }
    ? FileAnswer
    : E extends { readonly stream: Shape }
      ? Feed<z.output<E['stream']>>
      : undefined

export type FileAnswer = { readonly name: string; readonly parts: AsyncIterable<string> }

/** Tells a listener of each event from now on, and answers how to stop that. */
export type Feed<Event> = (listener: Listener<Event>) => () => void

export type Listener<Event> = {
  readonly tell: (event: Event) => void
  /** Nothing comes after this. */
  readonly end: () => void
}

/** The same, each under its own type: what is no endpoint does not compile. */
export function endpoints<const E extends Readonly<Record<EndpointName, Endpoint>>>(all: E): E {
  return all
}
