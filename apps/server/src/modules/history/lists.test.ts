import { randomUUIDv7 } from 'node:crypto'
import { amount } from '@2park/domain/amount'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantBalance } from '#modules/ledger/index.ts'
import { insertDelegate, insertEnded } from '../../../test/already-there.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { kindOf } from './transaction-kind.ts'

const town = await openTown()

const transactions = 'GET /products/{productId}/history/transactions'
const download = 'GET /products/{productId}/history/_download'
const mail = 'POST /products/{productId}/history/_mail'

beforeEach(() => {
  town.now = mondayAtTen
})

describe('transactions', () => {
  test('K3: are every change of the balance: what it was, when, and what was left', async () => {
    const anna = await town.resident({ balance: 50_00 })
    const stopped = await park(anna, 'STOP1')
    const planned = await park(anna, 'PLAN1', { inHours: 24 })
    await anna.call('POST /parking-sessions/{parkingSessionId}/_extend', {
      params: { parkingSessionId: stopped },
      body: { end: town.now.add({ hours: 2 }).toString() },
    })
    town.now = mondayAtTen.add({ minutes: 20 })
    await anna.call('POST /parking-sessions/{parkingSessionId}/_stop', {
      params: { parkingSessionId: stopped },
    })
    await anna.call('DELETE /parking-sessions/{parkingSessionId}', {
      params: { parkingSessionId: planned },
    })
    const { body } = await anna.call(transactions, { params: { productId: anna.productId } })
    const told = body.transactions.map(({ kind, plate, amount: moved, balanceAfter }) => [
      kind,
      plate?.number,
      moved.value,
      balanceAfter.value,
    ])
    expect(told).toEqual([
      ['deleted', 'PLAN1', 2_40, 49_20],
      ['stopped', 'STOP1', 4_00, 46_80],
      ['extended', 'STOP1', -2_40, 42_80],
      ['parked', 'PLAN1', -2_40, 45_20],
      ['parked', 'STOP1', -2_40, 47_60],
      ['grant', undefined, 50_00, 50_00],
    ])
    expect(body.transactions[0]?.at).toBe('2026-03-02T09:20:00Z')
    expect(body.next).toBeUndefined()
    expect(await counts(anna)).toMatchObject({ transactions: { value: 6, more: false } })
  })

  test('K5: come ten at a time, each once', async () => {
    const anna = await town.resident({ balance: 0 })
    for (let n = 1; n <= 21; n++) await grant(anna, n)
    const params = { productId: anna.productId }
    const seen: number[][] = []
    let query: { after?: string } = {}
    do {
      const { body } = await anna.call(transactions, { params, query })
      seen.push(body.transactions.map(({ amount: moved }) => moved.value))
      query = body.next === undefined ? {} : { after: body.next }
    } while (query.after !== undefined)
    expect(seen.map(({ length }) => length)).toEqual([10, 10, 1])
    expect(seen.flat()).toEqual(Array.from({ length: 21 }, (_, n) => 21 - n))
  })

  test.each(['x', 'MTBh', 'LTE'])('a cursor that is none of ours is refused: %s', async (after) => {
    const anna = await town.resident()
    const asked = { params: { productId: anna.productId }, query: { after } }
    expect(await anna.call(transactions, asked)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/after', code: 'format' }] },
    })
  })

  test.each([
    ['grant', -1, 'lapsed'],
    ['topUp', 1, 'topUp'],
    ['topUp', -1, 'topUpReversed'],
    ['delegation', -1, 'delegated'],
    ['delegation', 1, 'delegationReturned'],
    ['correction', -1, 'correction'],
  ])('K3: a %s of %d is called %s', (cause, value, kind) => {
    const entry = { cause, step: 'any', amount: amount(value), sessionDeleted: false }
    expect(kindOf(entry)).toBe(kind)
  })
})

describe('a whole list', () => {
  test('K6: is mailed to oneself, as a table and as a file', async () => {
    const anna = await town.resident()
    const params = { productId: anna.productId }
    const favourite = { plate: { number: 'GBB01B' }, name: '=1+1' }
    await anna.call('POST /products/{productId}/favourites', { params, body: favourite })
    await park(anna, 'GBB01B', { minutes: 10 })
    town.now = mondayAtTen.add({ minutes: 20 })
    const body = { list: 'parkingSessions' }
    const sent = { params, body, key: 'once' }
    expect((await anna.call(mail, sent)).status).toBe(204)
    expect((await anna.call(mail, sent)).status).toBe(204)

    const [received, ...others] = await town.mailsTo(anna.email)
    expect(others).toEqual([])
    expect(received?.subject).toBe('Parkeeracties van Bezoekersregeling')
    // Beside the amount nothing stands in its line, and what is not there is not named.
    expect(received?.html.match(/<t[dh] /g)).toHaveLength(4)
    expect(received?.text).toContain(
      'Kenteken: GBB-01-B\nNaam: =1+1\nStart: 2026-03-02 10:00\nEinde: 2026-03-02 10:10\nKosten (euro): 0,40\n\n',
    )
    expect(received?.attachments).toEqual([
      {
        fileName: 'parkeeracties.csv',
        content:
          'Kenteken;Naam;Start;Einde;Kosten (euro);Geparkeerd door\r\n' +
          "GBB-01-B;'=1+1;2026-03-02 10:00;2026-03-02 10:10;0,40;\r\n",
      },
    ])
  })

  test('K6: is the list that is in view', async () => {
    const anna = await town.resident({ balance: 5_00 })
    const params = { productId: anna.productId }
    await anna.call(mail, { params, body: { list: 'transactions' } })
    const [received] = await town.mailsTo(anna.email)
    expect(received?.subject).toBe('Transacties van Bezoekersregeling')
    expect(received?.attachments[0]?.content).toContain(
      'Toegekend door de gemeente;;2026-03-02 10:00;5,00;5,00\r\n',
    )
    const wrong = await anna.call(mail, { params, body: { list: 'secrets' } })
    expect(wrong.status).toBe(400)
  })

  test('is downloaded as it is read, however long it is, in the language asked for', async () => {
    const anna = await town.resident({ balance: 0 })
    await endedAlready(anna, 1203)
    const { headers, payload } = await ask(anna, { list: 'parkingSessions', language: 'en' })
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="parking-sessions.csv"',
    })
    const lines = payload.split('\r\n')
    expect(lines[0]).toBe('\uFEFFPlate;Name;Start;End;Cost (euros);Parked by')
    expect(new Set(lines.slice(1, -1)).size).toBe(1203)
    expect(lines.at(-1)).toBe('')
  })

  test.each([
    ['time', 'minuten', '-60;40'],
    ['count', 'acties', '-1;5999'],
  ] as const)('counts in %s', async (unit, name, expected) => {
    const resident = await town.resident({ unit, balance: 6000 })
    await park(resident, 'GBB01B')
    const { payload } = await ask(resident, { list: 'transactions' })
    expect(payload).toContain(`Bedrag (${name});Saldo hierna (${name})`)
    expect(payload).toContain(`Geparkeerd;GBB-01-B;2026-03-02 10:00;${expected}\r\n`)
  })

  test("K3: someone else's is not found, and a delegate's is what they parked", async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    const params = { productId: anna.productId }
    const answers = [
      await eve.call(transactions, { params }),
      await eve.call(mail, { params, body: { list: 'parkingSessions' } }),
      await eve.call(download, { params, query: { list: 'transactions' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    await insertDelegate(town.db, anna, { ...eve, at: town.now })
    expect((await eve.call(transactions, { params })).status).toBe(404)
    const list = { list: 'transactions' }
    expect((await eve.call(mail, { params, body: list })).status).toBe(404)
    expect((await eve.call(download, { params, query: list })).status).toBe(404)
    const { body } = await eve.call('GET /products/{productId}/history', { params })
    expect(body).toEqual({ parkingSessions: { value: 0, more: false } })
  })
})

async function counts({ call, productId }: Resident) {
  return (await call('GET /products/{productId}/history', { params: { productId } })).body
}

function ask({ productId, cookie }: Resident, query: Readonly<Record<string, string>>) {
  const url = `/api/v1/products/${productId}/history/_download`
  return town.app.inject({ url, query, headers: { cookie } })
}

type Parking = { readonly minutes?: number; readonly inHours?: number }

async function park({ call, productId }: Resident, number: string, asked: Parking = {}) {
  const { minutes = 60, inHours = 0 } = asked
  const start = town.now.add({ hours: inHours })
  const { status, body } = await call('POST /products/{productId}/parking-sessions', {
    params: { productId },
    body: {
      plate: { number },
      ...(inHours > 0 && { start: start.toString() }),
      end: start.add({ minutes }).toString(),
    },
  })
  expect(status).toBe(201)
  return body.id
}

async function grant({ productId }: Resident, value: number) {
  const given = { productId, amount: amount(value), id: randomUUIDv7(), at: town.now }
  await grantBalance(town.db, given)
}

async function endedAlready(resident: Resident, sessions: number): Promise<void> {
  const ended = Array.from({ length: sessions }, (_, n) => ({
    plate: `E${n}`,
    end: mondayAtTen.subtract({ hours: 1, minutes: Math.floor(n / 700) }),
  }))
  await insertEnded(town.db, resident, ended)
}
