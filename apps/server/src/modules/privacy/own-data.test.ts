import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('what is held about somebody', () => {
  test('is theirs to take along, and nothing of anybody else', async () => {
    const [anna, eve] = [await town.resident(), await town.resident()]
    await park(anna, 'ANNA1')
    await keepFavourite(anna, 'OMA1')
    await park(eve, 'EVE1')
    await anna.call('PUT /start-product', { body: { productId: anna.productId } })
    const { status, body } = await anna.call('GET /account/held-data')
    const { accountId: id, email, productId } = anna
    expect([status, body]).toMatchObject([
      200,
      {
        account: { id, email, language: 'nl', createdAt: '2026-03-02T09:00:00Z' },
        signIns: [{ isCurrent: true }],
        passkeys: [],
        startProductId: productId,
        products: [{ id: productId, location: 'Centrum' }],
        parkingSessions: [
          {
            productId,
            plate: { number: 'ANNA1', country: 'NL' },
            start: '2026-03-02T09:00:00Z',
            end: '2026-03-02T10:00:00Z',
            cost: { unit: 'money', value: 240 },
          },
        ],
        favourites: [{ productId, plate: { number: 'OMA1', country: 'NL' }, name: 'Oma' }],
        balanceChanges: [
          { cause: 'grant', amount: { value: 10_000 }, balanceAfter: { value: 10_000 } },
          { cause: 'session', amount: { value: -240 }, balanceAfter: { value: 9760 } },
        ],
      },
    ])
    expect(JSON.stringify(body)).not.toContain('EVE1')
    expect(JSON.stringify(body)).not.toMatch(/hash|argon2/)
  })

  test('is there for somebody who has no product', async () => {
    const anna = await town.resident()
    await town.db.deleteFrom('start_products').execute()
    const { body } = await anna.call('GET /account/held-data')
    expect(body).toMatchObject({ parkingSessions: [], favourites: [] })
    expect(body).not.toHaveProperty('startProductId')
  })
})

describe('closing the account', () => {
  test('takes away address, password, favourites and sign-ins, and leaves the ledger', async () => {
    const anna = await town.resident()
    const other = await town.signIn(anna)
    await park(anna, 'ANNA2')
    await keepFavourite(anna, 'OMA2')
    town.now = town.now.add({ minutes: 70 })
    const again = await town.signIn(anna)
    const { status, headers } = await close(again)
    expect(status).toBe(204)
    expect(String(headers['set-cookie'])).toMatch(/^__Host-session=;/)
    for (const call of [again.call, other.call]) {
      expect((await call('GET /account')).status).toBe(401)
    }
    const { email, password } = anna
    const body = { email, password }
    expect((await clientOf(town.app)('POST /sign-ins', { body })).status).toBe(401)
    expect(await rowOf(anna)).toMatchObject({ email: null, password_hash: null })
    expect(await countOf('favourites', anna)).toBe(0)
    expect(await countOf('parking_sessions', anna)).toBe(1)
    expect((await town.mailsTo(email)).map(({ subject }) => subject)).toEqual([
      'Uw account is opgeheven',
    ])
  })

  test('leaves the address free for a new account', async () => {
    const anna = await town.resident()
    await close(anna)
    const { email, accountId } = anna
    await town.db
      .insertInto('accounts')
      .values({ id: anna.productId, email, password_hash: 'x', created_at: town.now })
      .execute()
    expect(await rowOf({ ...anna, accountId })).toMatchObject({ email: null })
  })

  test('takes the password', async () => {
    const anna = await town.resident()
    expect(await close(anna, 'guess')).toMatchObject({
      status: 409,
      body: { code: 'passwordWrong' },
    })
    expect((await anna.call('GET /account')).status).toBe(200)
  })

  test('is refused while a parking session runs or is planned', async () => {
    const anna = await town.resident()
    await park(anna, 'ANNA3')
    expect(await close(anna)).toMatchObject({ status: 409, body: { code: 'sessionsNotEnded' } })
    town.now = town.now.add({ hours: 1 })
    expect((await close(await town.signIn(anna))).status).toBe(204)
  })
})

async function park({ call, productId }: Resident, number: string): Promise<void> {
  const body = { plate: { number }, end: town.now.add({ hours: 1 }).toString() }
  const params = { productId }
  const { status } = await call('POST /products/{productId}/parking-sessions', { params, body })
  expect(status).toBe(201)
}

async function keepFavourite({ call, productId }: Resident, number: string): Promise<void> {
  const body = { plate: { number }, name: 'Oma' }
  await call('POST /products/{productId}/favourites', { params: { productId }, body })
}

function close(anna: Resident, password = anna.password) {
  return anna.call('POST /account/_close', { body: { password } })
}

async function rowOf({ accountId }: Resident) {
  const accounts = town.db.selectFrom('accounts').selectAll().where('id', '=', accountId)
  return accounts.executeTakeFirst()
}

async function countOf(table: 'favourites' | 'parking_sessions', { productId }: Resident) {
  const rows = town.db.selectFrom(table).select('id').where('product_id', '=', productId)
  return (await rows.execute()).length
}
