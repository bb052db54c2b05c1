/** What every answer says beside its body (the API Design Rules' transport rules, ASVS V3 and V4). */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openTown } from '../../test/open-town.ts'

const town = await openTown()
const anna = await town.resident()

describe('an answer of the API', () => {
  test.each([
    ['a success', '/api/v1/account', 200],
    ['a refusal', '/api/v1/products/x', 400],
    ['an unknown path', '/api/v1/nothing', 404],
    ['a path that is no path', '/api/v1/%ZZ', 404],
    ['the document', '/api/v1/openapi.json', 200],
  ])('has its version, no cache and no frame: %s', async (_, url, status) => {
    const { cookie } = anna
    const response = await town.app.inject({ url, headers: { cookie } })
    expect(response.statusCode).toBe(status)
    expect(response.headers).toMatchObject({
      'api-version': expect.stringMatching(/^\d+\.\d+\.\d+$/),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-type': expect.stringMatching(/; charset=utf-8$/),
    })
  })

  test('may be read by other websites where it is the document, and nowhere else', async () => {
    const readers = async (url: string) =>
      (await town.app.inject({ url })).headers['access-control-allow-origin']
    expect(await readers('/api/v1/openapi.json')).toBe('*')
    expect(await readers('/api/v1/account')).toBeUndefined()
  })
})

describe('the web app', () => {
  const webRoot = mkdtempSync(join(tmpdir(), '2park-web-'))
  const script = 'console.log(1)'.repeat(100)
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>2Park</title>')
  writeFileSync(join(webRoot, 'assets/index-Ab3_d-9x.js'), script)
  writeFileSync(join(webRoot, 'assets/index-Ab3_d-9x.js.br'), brotliCompressSync(script))
  writeFileSync(join(webRoot, 'assets/index-Ab3_d-9x.js.gz'), gzipSync(script))
  const app = buildApp(
    { ...town, now: () => town.now, publicUrl: new URL('http://x') },
    { webRoot },
  )
  const page = { accept: 'text/html,application/xhtml+xml' }

  afterAll(async () => {
    await app.close()
    rmSync(webRoot, { recursive: true })
  })

  test.each(['/', '/products/1/favourites', '/sign-in?from=%2F'])(
    'is the answer to a page such as %s, and never from a cache',
    async (url) => {
      const response = await app.inject({ url, headers: page })
      expect([response.statusCode, response.body]).toEqual([200, expect.stringContaining('2Park')])
      expect(response.headers['cache-control']).toBe('no-cache')
      expect(response.headers['content-security-policy']).toContain("script-src 'self';")
      expect(response.headers['content-security-policy']).not.toContain('unsafe')
    },
  )

  test('sends files with a hash in their name compressed and for ever', async () => {
    const url = '/assets/index-Ab3_d-9x.js'
    const response = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
    expect(response.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('/javascript; charset=utf-8'),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(brotliDecompressSync(response.rawPayload).toString()).toBe(script)
  })

  test.each([
    ['a file that is missing', '/assets/old-12345678.js', {}],
    ['a program that asks for a page', '/products', { accept: 'application/json' }],
    ['a hidden file', '/.env', page],
    ['a file outside', '/..%2f..%2f..%2f..%2fetc%2fpasswd', {}],
    ['a page with two slashes', '/products//1', page],
  ])('is not the answer to %s', async (_, url, headers) => {
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
  })

  test('leaves the API its own answers', async () => {
    const response = await app.inject({ url: '/api/v1/nothing', headers: page })
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

test('the server says that it is well, as long as its database answers', async () => {
  expect((await town.app.inject({ url: '/healthz' })).statusCode).toBe(200)
})
