/** What the border makes of requests that are wrong: one clear answer, and nothing changed. */
import { randomUUIDv7 } from 'node:crypto'
import { problemTexts } from '@2park/contract/problem-texts'
import { statusOf } from '@2park/contract/problems'
import { describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { closeDatabase, openDatabase } from '#database/database.ts'
import { clientOf } from '../../test/http-client.ts'
import { openTown } from '../../test/open-town.ts'

const town = await openTown()
const anna = await town.resident()
const params = { productId: anna.productId }
const end = '2026-03-02T12:00:00+01:00'

describe('a wrong field', () => {
  const plate = { number: 'GBB01B' }
  test.each([
    { what: 'a plate of dashes', body: { plate: { number: ' - ' } }, at: '/plate/number plate' },
    { what: 'an empty plate', body: { plate: { number: '' } }, at: '/plate/number plate' },
    { what: '26 characters', body: { plate: { number: letters(26) } }, at: '/plate/number plate' },
    { what: 'a plate in numbers', body: { plate: { number: 12 } }, at: '/plate/number type' },
    { what: 'no plate', body: {}, at: '/plate required' },
    {
      what: 'a country in words',
      body: { plate: { ...plate, country: 'Nederland' } },
      at: '/plate/country format',
    },
    { what: 'a date without a time', body: { plate, end: '2026-03-02' }, at: '/end format' },
    { what: 'a time of no zone', body: { plate, end: '2026-03-02T12:00:00' }, at: '/end format' },
    { what: 'the 30th of February', body: { plate, end: '2026-02-30T12:00Z' }, at: '/end format' },
    { what: 'a number for a moment', body: { plate, end: 1772449200 }, at: '/end type' },
    { what: 'a field that nobody knows', body: { plate, cost: 0 }, at: '/cost unknown' },
  ])('is refused: $what', async ({ body, at }) => {
    const answer = await anna.call('POST /products/{productId}/parking-sessions', { params, body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } })
    const errors = answer.body.errors?.map((error) => `${error.pointer} ${error.code}`)
    expect(errors).toEqual([at])
  })

  test('is a text with the character zero in it: no database keeps that', async () => {
    const body = { plate, name: 'O\0ma' }
    const answer = await anna.call('POST /products/{productId}/favourites', { params, body })
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/name', code: 'format' }] },
    })
  })

  test('does not hide another one, wherever that is', async () => {
    const answer = await anna.call('POST /products/{productId}/parking-sessions', {
      params: { productId: 'mine' },
      query: { state: 'running' },
      body: { plate: { number: '' }, end: 'soon' },
      key: 'x'.repeat(65),
    })
    const places = answer.body.errors?.map((error) => `${error.in} ${error.pointer}`)
    expect(places?.toSorted()).toEqual([
      'body /end',
      'body /plate/number',
      'header /idempotency-key',
      'path /productId',
      'query /state',
    ])
  })

  test('B5: is explained in the language of the reader', async () => {
    const bad = { params, body: { plate: { number: '' } } }
    const explained = async (language: string) => {
      const headers = { 'accept-language': language }
      const sent = { ...bad, headers }
      const { body } = await anna.call('POST /products/{productId}/parking-sessions', sent)
      return [body.title, body.errors?.[0]?.detail]
    }
    expect(await explained('en')).toEqual([
      problemTexts.invalid.en.title,
      'Enter a plate of 1 to 25 letters and digits.',
    ])
    expect(await explained('fr')).toEqual([
      problemTexts.invalid.nl.title,
      'Vul een kenteken in van 1 tot 25 letters en cijfers.',
    ])
  })

  test('is refused in a query too, and so is a field given twice', async () => {
    const url = `/api/v1/products/${anna.productId}/parking-sessions`
    for (const query of ['state=gone', 'state=running&state=ended', 'plate=GBB01B']) {
      expect(await send({ method: 'GET', url: `${url}?${query}` })).toMatchObject({ status: 400 })
    }
  })
})

describe('a request that is no request', () => {
  const url = `/api/v1/products/${anna.productId}/parking-sessions`

  test.each([
    { what: 'JSON that does not end', status: 400, code: 'invalid', payload: '{"plate":' },
    { what: 'JSON that is empty', status: 400, code: 'invalid', payload: '' },
    { what: 'a list', status: 400, code: 'invalid', payload: '[]' },
    { what: 'a form', status: 415, code: 'mediaTypeNotSupported', type: 'multipart/form-data' },
    { what: 'plain text', status: 415, code: 'mediaTypeNotSupported', type: 'text/plain' },
    { what: 'a megabyte', status: 413, code: 'bodyTooLarge', payload: `"${letters(2 ** 20)}"` },
  ])('$what is answered $status', async ({ status, code, type, payload = 'plate=GBB01B' }) => {
    const headers = { 'content-type': type ?? 'application/json' }
    const answer = await send({ method: 'POST', url, payload, headers })
    expect(answer).toMatchObject({ status, body: { code } })
  })

  test.each([
    { method: 'GET', path: '/nothing-here', code: 'notFound' },
    { method: 'GET', path: '/products/', code: 'notFound' },
    { method: 'GET', path: '/products/%ZZ', code: 'notFound' },
    { method: 'GET', path: `/products/${randomUUIDv7()}`, code: 'notFound' },
    { method: 'DELETE', path: '/products', code: 'methodNotAllowed' },
  ] as const)('$method $path is answered $code', async ({ method, path, code }) => {
    const answer = await send({ method, url: `/api/v1${path}` })
    const status = statusOf[code]
    expect(answer).toMatchObject({ status, body: { status, code, ...problemTexts[code].nl } })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('tells which methods there are', async () => {
    const { headers } = await send({ method: 'PUT', url })
    expect(headers.allow).toBe('GET, POST')
  })
})

describe('a page of another website', () => {
  const body = { plate: { number: 'GBB01B' }, end }
  test.each(['https://evil.example', 'http://2park.example', 'null'])(
    'that says it is %s can write nothing with our cookie',
    async (origin) => {
      const sent = { params, body, headers: { origin } }
      const answer = await anna.call('POST /products/{productId}/parking-sessions', sent)
      expect(answer).toMatchObject({ status: 403, body: { code: 'originNotAllowed' } })
    },
  )

  test('is not what our own page is, by any of its names', async () => {
    const quote = (headers: Record<string, string>) =>
      anna.call('POST /products/{productId}/quotes', { params, body: { end }, headers })
    expect(await quote({ origin: 'https://2park.example' })).toMatchObject({ status: 200 })
    const local = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }
    expect(await quote(local)).toMatchObject({ status: 200 })
  })
})

test('a stranger is asked to sign in, whatever they ask', async () => {
  const stranger = clientOf(town.app, '__Host-session=made-up')
  expect(await stranger('GET /products')).toMatchObject({
    status: 401,
    body: { code: 'notSignedIn' },
  })
})

// A database that nobody answers for: the port is one that programs don't listen on.
test('an outage is answered 503, and when to try again', async () => {
  const gone = openDatabase('postgres://nobody@127.0.0.1:1/nothing')
  const app = buildApp({
    ...town,
    db: gone,
    now: () => town.now,
    publicUrl: new URL('https://2park.example'),
  })
  const answer = await clientOf(app, anna.cookie)('GET /products')
  expect(answer).toMatchObject({ status: 503, body: { code: 'outage' } })
  expect(answer.headers['retry-after']).toBe('30')
  await closeDatabase(gone)
})

test('a fault is answered with a number to quote, and tells nothing of the inside', async () => {
  const broken = await openTown()
  const bram = await broken.resident()
  await broken.db.schema.alterTable('favourites').renameTo('gone').execute()
  const answer = await bram.call('GET /products/{productId}/favourites', {
    params: { productId: bram.productId },
  })
  expect(answer).toMatchObject({ status: 500, body: { code: 'fault' } })
  expect(answer.body.instance).toMatch(/^urn:2park:fault:[\da-f-]{36}$/)
  expect(JSON.stringify(answer.body)).not.toMatch(/favourites|select|relation/)
})

// The last of this file: whatever was wrong above had no effect.
test('nothing changed by any of it', async () => {
  const { body } = await anna.call('GET /products/{productId}', { params })
  expect([body.balance.value, body.counts]).toEqual([100_00, { running: 0, planned: 0 }])
})

function letters(count: number): string {
  return 'A'.repeat(count)
}

type Sent = { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly url: string }

async function send(sent: Sent & { payload?: string; headers?: Record<string, string> }) {
  const cookie = anna.cookie
  const response = await town.app.inject({ ...sent, headers: { ...sent.headers, cookie } })
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.json<unknown>(),
  }
}
