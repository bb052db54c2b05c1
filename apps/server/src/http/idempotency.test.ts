/** The same key is the same call: it has one effect and one answer, however often it is sent. */
import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a writing call with an Idempotency-Key', () => {
  test('is answered again as it was, quoted or not', async () => {
    const anna = await town.resident()
    const first = await start(anna, '"8e03978e-40d5-43e8-bc93-6894a57f9324"')
    town.now = town.now.add({ minutes: 5 })
    const second = await start(anna, '8e03978e-40d5-43e8-bc93-6894a57f9324')
    expect([second.status, second.body]).toEqual([first.status, first.body])
    expect(await balanceOf(anna)).toBe(100_00 - 480)
  })

  test('is refused again as it was, though it would be accepted by now', async () => {
    const anna = await town.resident({ balance: 1 })
    const first = await start(anna, 'k')
    await town.db.updateTable('products').set({ blocked_at: town.now }).execute()
    const second = await start(anna, 'k')
    expect([second.status, second.body]).toEqual([409, first.body])
    expect(second.body.code).toBe('balance')
  })

  test('means nothing to others: keys are of an account', async () => {
    const anna = await town.resident()
    const bram = await town.resident()
    const answers = [await start(anna, 'same'), await start(bram, 'same')]
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(2)
  })

  test('is refused when it is another call', async () => {
    const anna = await town.resident()
    await start(anna, 'k')
    const answers = [await start(anna, 'k', { number: 'OTHER1' }), await addFavourite(anna, 'k')]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } })
    }
    expect(await balanceOf(anna)).toBe(100_00 - 480)
  })

  test('is answered again for every other deed too', async () => {
    const anna = await town.resident()
    const { body } = await start(anna, 'start')
    const session = { params: { parkingSessionId: body.id } }
    const later = { ...session, body: { end: '2026-03-02T13:00:00+01:00' } }
    const deeds = [
      () => anna.call('POST /parking-sessions/{parkingSessionId}/_extend', { ...later, key: 'e' }),
      () => anna.call('POST /parking-sessions/{parkingSessionId}/_stop', { ...session, key: 's' }),
      () => anna.call('DELETE /parking-sessions/{parkingSessionId}', { ...session, key: 'd' }),
      () => addFavourite(anna, 'f'),
    ]
    for (const deed of deeds) {
      const first = await deed()
      const second = await deed()
      expect([second.status, second.body]).toEqual([first.status, first.body])
    }
    expect(await balanceOf(anna)).toBe(100_00)
  })

  test.each(['', 'x'.repeat(65), 'two words', '"half', 'ü'])(
    'is refused where the key is %j',
    async (key) => {
      const anna = await town.resident()
      const answer = await start(anna, undefined, { headers: { 'idempotency-key': key } })
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ in: 'header', pointer: '/idempotency-key', code: 'format' }] },
      })
    },
  )

  test('keeps the answer of a request that was no request for nobody', async () => {
    const anna = await town.resident()
    expect(await start(anna, 'k', { number: '' })).toMatchObject({ status: 400 })
    expect(await start(anna, 'k')).toMatchObject({ status: 201 })
  })
})

type More = { readonly number?: string; readonly headers?: Readonly<Record<string, string>> }

function start(
  { call, productId }: Resident,
  key: string | undefined,
  { number = 'GBB01B', headers = {} }: More = {},
) {
  const body = { plate: { number }, end: '2026-03-02T12:00:00+01:00' }
  const sent = { params: { productId }, body, headers, ...(key && { key }) }
  return call('POST /products/{productId}/parking-sessions', sent)
}

function addFavourite({ call, productId }: Resident, key: string) {
  const body = { plate: { number: 'GBB01B' }, name: 'Oma' }
  return call('POST /products/{productId}/favourites', { params: { productId }, body, key })
}

async function balanceOf({ call, productId }: Resident): Promise<number> {
  const { body } = await call('GET /products/{productId}', { params: { productId } })
  return body.balance.value
}
