import { expect, test } from 'vitest'
import { openTown } from '../../../test/open-town.ts'
import { saveLogo } from './logos.queries.ts'

const town = await openTown()
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

test('M1: a municipality shows its own logo, from our own address and for ever', async () => {
  const anna = await town.resident()
  await saveLogo(town.db, anna.organisationId, { form: 'svg', content: Buffer.from(drawing) })
  const { body } = await anna.call('GET /products')
  const logo = body.products[0]?.organisation.logo ?? ''
  expect(logo).toMatch(/^\/logos\/[\da-f]{64}\.svg$/)
  const answer = await town.app.inject({ url: logo })
  expect(answer).toMatchObject({ statusCode: 200, body: drawing })
  expect(answer.headers).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
})

test('M1: one without a logo says nothing of it', async () => {
  const anna = await town.resident()
  const { body } = await anna.call('GET /products')
  expect(body.products[0]?.organisation).not.toHaveProperty('logo')
})

test.each(['/logos/none.svg', '/logos/none', '/logos/..%2Fnone.svg', '/logos/'])(
  'there is nothing at %s',
  async (url) => {
    expect((await town.app.inject({ url })).statusCode).toBe(404)
  },
)
