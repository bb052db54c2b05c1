import { beforeEach, describe, expect, test } from 'vitest'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { makeToken, programOf } from '../../../test/programs.ts'

const logged: string[] = []
const town = await openTown({ log: { write: (line) => void logged.push(line) } })

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the calendar of somebody', () => {
  test('has what is planned, what runs, and what ended in the last month', async () => {
    const anna = await town.resident()
    await park(anna, { number: 'OLD1', minutes: 60 })
    town.now = mondayAtTen.add({ hours: 10 * 24 })
    await park(await town.signIn(anna), { number: 'ENDED1', minutes: 60 })
    town.now = mondayAtTen.add({ hours: 32 * 24 })
    const again = await town.signIn(anna)
    await park(again, { number: 'GBB01B', minutes: 60 })
    await park(again, { number: 'LATER1', minutes: 60, from: town.now.add({ hours: 24 }) })
    const { status, headers, text } = await read(await addressOf(again))
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(valuesOf(text, 'SUMMARY')).toEqual([
      'Parkeren LATER1',
      'Parkeren GBB-01-B',
      'Parkeren ENDED1',
    ])
    expect(valuesOf(text, 'DTSTART')[1]).toBe('20260403T090000Z')
    expect(valuesOf(text, 'DTEND')[1]).toBe('20260403T100000Z')
    expect(valuesOf(text, 'LOCATION')[1]).toMatch(/^Centrum\\, Town /)
    expect(valuesOf(text, 'DESCRIPTION')[1]).toBe('Bezoekersregeling')
    expect(new Set(valuesOf(text, 'UID')).size).toBe(3)
  })

  test('keeps the name of a session while it changes, and counts its changes', async () => {
    const anna = await town.resident()
    const address = await addressOf(anna)
    const parkingSessionId = await park(anna, { number: 'A1', minutes: 60 })
    const before = await read(address)
    town.now = mondayAtTen.add({ minutes: 10 })
    await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', {
      params: { parkingSessionId },
    })
    const after = await read(address)
    expect(valuesOf(after.text, 'UID')).toEqual(valuesOf(before.text, 'UID'))
    expect(valuesOf(before.text, 'SEQUENCE')).toEqual(['0'])
    expect(valuesOf(after.text, 'SEQUENCE')).toEqual(['1'])
    expect(valuesOf(after.text, 'DTEND')).toEqual(['20260302T091000Z'])
  })

  test('is in the language of the account, and calls a favourite by its name', async () => {
    const anna = await town.resident()
    await anna.call('PUT /account/language', { body: { language: 'en' } })
    const kept = { plate: { number: 'GBB01B' }, name: 'Oma; Els' }
    const params = { productId: anna.productId }
    await anna.call('POST /products/{productId}/favourites', { params, body: kept })
    await park(anna, { number: 'GBB01B', minutes: 60 })
    const { text } = await read(await addressOf(anna))
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Parking Oma\\; Els (GBB-01-B)'])
    expect(valuesOf(text, 'NAME')).toEqual(['2Park parking sessions'])
  })

  test('is not sent again while it is the same, and says since when it is', async () => {
    const anna = await town.resident()
    const address = await addressOf(anna)
    await park(anna, { number: 'A1', minutes: 60 })
    const first = await read(address)
    const { etag, 'last-modified': since } = first.headers
    expect(since).toBe('Mon, 02 Mar 2026 09:00:00 GMT')
    town.now = mondayAtTen.add({ minutes: 5 })
    for (const headers of [
      { 'if-none-match': String(etag) },
      { 'if-none-match': `"other", W/${String(etag)}` },
      { 'if-modified-since': String(since) },
    ]) {
      expect(await read(address, { headers })).toMatchObject({ status: 304, text: '' })
    }
    expect((await read(address)).headers['last-modified']).toBe(since)
    await park(anna, { number: 'A2', minutes: 60 })
    const changed = await read(address, { headers: { 'if-none-match': String(etag) } })
    expect(changed.status).toBe(200)
    expect(changed.headers['last-modified']).toBe('Mon, 02 Mar 2026 09:05:00 GMT')
    const head = await read(address, { method: 'HEAD' })
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', changed.headers.etag])
  })

  test('has of another’s product only what its owner parked there', async () => {
    const anna = await town.resident({ delegations: 'plateOptional' })
    const { delegate } = await delegateOf(town, anna)
    await park(anna, { number: 'ANNA1', minutes: 60 })
    await park(delegate, { number: 'BEA1', minutes: 60 })
    const { text } = await read(await addressOf(delegate))
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Parkeren BEA-1'])
    const hers = await read(await addressOf(anna))
    expect(valuesOf(hers.text, 'SUMMARY').toSorted()).toEqual([
      'Parkeren AN-NA-1',
      'Parkeren BEA-1',
    ])
  })

  test('may be of one product', async () => {
    const anna = await town.resident()
    const second = await town.resident({ holderId: anna.accountId })
    await park(anna, { number: 'A1', minutes: 60 })
    await park({ ...anna, productId: second.productId }, { number: 'A2', minutes: 60 })
    const { text } = await read(await addressOf(anna, second.productId))
    expect(valuesOf(text, 'SUMMARY')).toEqual(['Parkeren A-2'])
  })
})

describe('the address of a calendar', () => {
  test('opens nothing once it is revoked, and nothing but the calendar before', async () => {
    const anna = await town.resident()
    const { id, secret } = await makeToken(anna, { scope: 'calendar' })
    const token = /calendars[/](.*)[.]ics$/.exec(secret)?.[1] ?? ''
    expect(await programOf(town, token)('GET /products')).toMatchObject({ status: 401 })
    expect((await read(secret)).status).toBe(200)
    await anna.call('DELETE /account/access-tokens/{accessTokenId}', {
      params: { accessTokenId: id },
    })
    expect((await read(secret)).status).toBe(404)
  })

  test('is not what a token for programs is', async () => {
    const { secret } = await makeToken(await town.resident(), { scope: 'park' })
    expect((await read(`https://2park.example/calendars/${secret}.ics`)).status).toBe(404)
  })

  test('is in no line of the log', async () => {
    const anna = await town.resident()
    const address = await addressOf(anna)
    logged.length = 0
    expect((await read(address)).status).toBe(200)
    const token = /calendars[/](.*)[.]ics$/.exec(address)?.[1] ?? ''
    expect(logged.join('')).toContain('/calendars/:token.ics')
    expect(logged.join('')).not.toContain(token)
  })
})

async function addressOf(who: Resident, productId?: string): Promise<string> {
  const of = productId === undefined ? {} : { productId }
  return (await makeToken(who, { scope: 'calendar', ...of })).secret
}

type Asked = { readonly method?: 'GET' | 'HEAD'; readonly headers?: Record<string, string> }

async function read(address: string, asked: Asked = {}) {
  const { statusCode, headers, body } = await town.app.inject({
    url: new URL(address).pathname,
    method: asked.method ?? 'GET',
    headers: asked.headers ?? {},
  })
  return { status: statusCode, headers, text: body }
}

function valuesOf(text: string, name: string): string[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  return lines
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1))
}

type Visit = { readonly number: string; readonly minutes: number; readonly from?: Temporal.Instant }

async function park({ call, productId }: Resident, { number, minutes, from }: Visit) {
  const end = (from ?? town.now).add({ minutes }).toString()
  const body = { plate: { number }, end, ...(from && { start: from.toString() }) }
  const answer = await call('POST /products/{productId}/parking-sessions', {
    params: { productId },
    body,
  })
  expect(answer.status).toBe(201)
  return answer.body.id
}
