import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { api } from './api.ts'
import type { Endpoint } from './endpoint.ts'
import { openApiDocument } from './openapi.ts'
import { problemTexts } from './problem-texts.ts'
import { problemsPage } from './problems-page.ts'

/** As much of the document as the rules below look at. */
const Response = z.looseObject({
  headers: z.optional(z.record(z.string(), z.unknown())),
  content: z.optional(z.record(z.string(), z.unknown())),
})
const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })),
  responses: z.record(z.string(), Response),
})
const Document = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ version: z.string(), contact: z.record(z.string(), z.string()) }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

const document = Document.parse(openApiDocument())
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('the published document is the one that the endpoints make', async () => {
  const text = `${JSON.stringify(openApiDocument(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../../docs/reference/openapi.json')
})

test('the page of problems is the one that the texts make', async () => {
  await expect(problemsPage()).toMatchFileSnapshot('../../../docs/reference/problems.md')
})

/** The API Design Rules by their own names; the official ruleset finds no error either. */
describe('the document keeps the API Design Rules', () => {
  test('core/doc-openapi, core/semver, core/doc-openapi-contact', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Object.keys(document.info.contact).toSorted()).toEqual(['email', 'name', 'url'])
  })

  test('core/uri-version', () => {
    for (const { url } of document.servers) expect(url).toMatch(/\/v1$/)
  })

  test.each(operations)('core/path-segments-kebab-case, no slash at the end: $path', ({ path }) => {
    expect(path).toMatch(/^(?:\/(?:[a-z0-9-]+|\{[a-zA-Z]+\}))+(?:\/_[a-z]+)?$/)
  })

  test.each(operations)('core/query-keys-camel-case: $method $path', ({ operation }) => {
    const keys = operation.parameters.filter((parameter) => parameter.in === 'query')
    for (const { name } of keys) expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/)
  })

  test.each(operations)('core/version-header: $method $path', ({ operation }) => {
    for (const response of Object.values(operation.responses)) {
      expect(Object.keys(response.headers ?? {})).toContain('API-Version')
    }
  })

  test.each(operations)('core/error-handling: $method $path', ({ operation }) => {
    const refused = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
    expect(refused.map(([status]) => status)).toEqual(expect.arrayContaining(['400', '500']))
    for (const [, response] of refused) {
      expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json'])
    }
  })

  test('every operation has a name of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(Object.keys(api).length)
  })

  test('every reference leads somewhere', () => {
    const text = JSON.stringify(document)
    const used = new Set(text.matchAll(/"#\/components\/schemas\/(\w+)"/g).map(([, name]) => name))
    for (const name of used) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  test('no plate, address or token is in a path or a query', () => {
    const named = operations.flatMap(({ operation }) =>
      operation.parameters.filter((parameter) => parameter.in !== 'header'),
    )
    // A passkey and an access token are known by an id of ours, which opens nothing.
    for (const { name } of named)
      expect(name).not.toMatch(/plate|number|email|(?<!access)token|(?<!pass)key/i)
  })
})

test('every endpoint has a summary that ends like a sentence', () => {
  for (const { summary } of Object.values<Endpoint>(api)) expect(summary).toMatch(/[.)]$/)
})

describe('the texts of problems', () => {
  // Requirements R1 and R3 give them to the letter.
  test('R1: says that the balance is too low, in the words of the manual', () => {
    expect(problemTexts.balance.nl.title).toBe(
      'Uw saldo is niet toereikend om op dit moment een parkeeractie te starten.',
    )
  })

  test('R3: says that there are too many at once, in the words of the manual', () => {
    expect(problemTexts.maxConcurrent.nl.title).toBe(
      'Het maximum aantal gelijktijdige acties overschreden',
    )
  })

  test('B5: say what it is and what to do next, in both languages', () => {
    for (const { nl, en } of Object.values(problemTexts)) {
      expect(nl.title).not.toBe(en.title)
      for (const detail of [nl.detail, en.detail]) expect(detail).toMatch(/[.]$/)
    }
  })
})
