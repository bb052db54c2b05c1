/** What is written down about calls that lead nowhere, or are refused: where people's words would slip in. */
import { expect, test } from 'vitest'
import { clientOf } from '../../test/http-client.ts'
import { openTown } from '../../test/open-town.ts'

const lines: string[] = []
const town = await openTown({ log: { write: (line) => void lines.push(line) } })
const anna = await town.resident()
const plate = 'SECRET1'
const ours = '/api/v1'

test.each([
  { what: 'an address that leads nowhere', url: `/${plate}?plate=${plate}` },
  { what: 'one of the API', url: `${ours}/plates/${plate}?plate=${plate}` },
  { what: 'an id that is none', url: `${ours}/products/${plate}` },
  { what: 'one that is far too long', url: `${ours}/products/${plate.repeat(200)}` },
  { what: 'one that nobody can read', url: `${ours}/products/%${plate}` },
  { what: 'a question that is not foreseen', url: `${ours}/products?plate=${plate}` },
])('K7: of a GET, no plate is in the log: $what', async ({ url }) => {
  lines.length = 0
  const { cookie } = anna
  const { statusCode } = await town.app.inject({ url, headers: { cookie } })
  expect(statusCode).toBeGreaterThanOrEqual(400)
  expectNothingOf(plate)
})

test.each([
  { what: 'no JSON at all', payload: `{"plate": ${plate}` },
  { what: 'a field that nobody knows', payload: JSON.stringify({ plate, [plate]: plate }) },
  { what: 'a plate that is none', payload: JSON.stringify({ plate: { number: plate.repeat(5) } }) },
  { what: 'far too much', payload: JSON.stringify({ plate: plate.repeat(20_000) }) },
])('K7: of a body that is refused, neither: $what', async ({ payload }) => {
  lines.length = 0
  const headers = { cookie: anna.cookie, 'content-type': 'application/json' }
  const url = `${ours}/products/${anna.productId}/parking-sessions`
  const { statusCode } = await town.app.inject({ method: 'POST', url, headers, payload })
  expect(statusCode).toBeGreaterThanOrEqual(400)
  expectNothingOf(plate)
})

test('K7: of a booking, one that the rules refuse, and one of nobody, neither', async () => {
  lines.length = 0
  const end = town.now.add({ hours: 1 }).toString()
  const sent = { params: { productId: anna.productId }, body: { plate: { number: plate }, end } }
  const statuses = []
  for (const call of [anna.call, anna.call, clientOf(town.app)])
    statuses.push((await call('POST /products/{productId}/parking-sessions', sent)).status)
  expect(statuses).toEqual([201, 409, 401])
  // That there was a call is written down, and what it was for.
  expect(lines).toHaveLength(3)
  expect(lines.join('')).toContain('/products/:productId/parking-sessions')
  expectNothingOf(plate)
  expectNothingOf(anna.productId)
})

test('of signing in, neither the address nor the password', async () => {
  lines.length = 0
  const { email } = anna
  const body = { email, password: 'niet mijn wachtwoord' }
  expect((await clientOf(town.app)('POST /sign-ins', { body })).status).toBe(401)
  expectNothingOf(email)
  expectNothingOf(body.password)
})

function expectNothingOf(text: string): void {
  expect(lines.join('').toLowerCase()).not.toContain(text.toLowerCase())
}
