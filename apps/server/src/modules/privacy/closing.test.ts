/** Closing an account while something of its products is under way, or hidden. */
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { invite, tokenFor } from '../../../test/delegating.ts'
import { issued, openShop, tokensTo } from '../../../test/shop-desk.ts'
import { checkout, offer, order, press, tenAndTwenty } from '../../../test/topping-up.ts'

const town = await openTown()
const buyer = () => town.resident({ topUps: { options: tenAndTwenty } })

beforeEach(() => {
  town.now = mondayAtTen
})

test('D2: is refused while a top-up is under way, and done when that was paid or given up', async () => {
  for (const outcome of ['paid', 'cancelled']) {
    const anna = await buyer()
    const { bankPath } = await checkout(anna)
    expect(await close(anna)).toMatchObject({ status: 409, body: { code: 'topUpUnderWay' } })
    expect((await anna.call('GET /account')).status).toBe(200)
    await press(town.app, bankPath, outcome)
    expect((await close(anna)).status).toBe(204)
  }
})

test('D1: an order that nobody has gone to the bank for yet is under way as well', async () => {
  const anna = await buyer()
  expect((await orderCheapest(anna)).status).toBe(201)
  expect(await close(anna)).toMatchObject({ status: 409, body: { code: 'topUpUnderWay' } })
})

test('E3: of an order and a closing at once one is done, and no money is ordered for nobody', async () => {
  const answers = await atOnce(async (anna) => {
    const { options } = (await offer(anna)).body
    const [closed, ...orders] = await Promise.all([
      close(anna),
      ...few.map(() => order(anna, options[0]?.id)),
    ])
    return { closed: closed.status, done: orders.filter(({ status }) => status === 201).length }
  })
  for (const { closed, done } of answers) expect(closed).toBe(done === 0 ? 204 : 409)
})

test('E3: of a booking and a closing at once one is done, and no session is left to nobody', async () => {
  const answers = await atOnce(async (anna) => {
    const [closed, ...booked] = await Promise.all([
      close(anna),
      ...few.map((n) => park(anna, `RACE${n}`)),
    ])
    return { closed: closed.status, done: booked.filter(({ status }) => status === 201).length }
  })
  for (const { closed, done } of answers) expect(closed).toBe(done === 0 ? 204 : 409)
})

test('a booking that was read before the closing and is written after it is refused', async () => {
  const anna = await buyer()
  const release = await hold(anna)
  const closing = close(anna)
  await untilWaiting(1)
  const booking = park(anna, 'LATE1')
  await untilWaiting(2)
  await release()
  expect((await closing).status).toBe(204)
  expect((await booking).status).toBe(404)
})

test('A3: a link that is accepted while the account closes gives it no product', async () => {
  const anna = await buyer()
  const { call } = await openShop(town)
  const productId = await issued(call, anna.email)
  const [token = ''] = await tokensTo(town, anna.email)
  const release = await hold(anna)
  const closing = close(anna)
  await untilWaiting(1)
  const linking = anna.call('POST /links/_accept', { body: { token } })
  await untilWaiting(2)
  await release()
  expect((await closing).status).toBe(204)
  expect((await linking).status).toBe(401)
  const product = town.db.selectFrom('products').select('holder_id').where('id', '=', productId)
  expect(await product.execute()).toEqual([{ holder_id: null }])
})

test('M7: takes along and lets go of what is kept on a product that was removed from sight', async () => {
  const anna = await town.resident()
  const params = { productId: anna.productId }
  const body = { plate: { number: 'HIDDEN1' }, name: 'Oma' }
  await anna.call('POST /products/{productId}/favourites', { params, body })
  await town.db
    .updateTable('products')
    .set({ blocked_at: town.now })
    .where('id', '=', anna.productId)
    .execute()
  expect((await anna.call('DELETE /products/{productId}', { params })).status).toBe(204)
  expect((await anna.call('GET /account/held-data')).body).toMatchObject({
    products: [{ id: anna.productId }],
    favourites: [{ productId: anna.productId, plate: { number: 'HIDDEN1' } }],
    balanceChanges: [{ productId: anna.productId, cause: 'grant' }],
  })
  expect((await close(anna)).status).toBe(204)
  const left = town.db.selectFrom('favourites').select('id')
  expect(await left.where('product_id', '=', anna.productId).execute()).toEqual([])
})

test('J3: two who close at once, and are each invited by the other, never wait in a circle', async () => {
  const allowed = { delegations: 'plateOptional' } as const
  // In the order in which their products are held.
  const bram = await town.resident(allowed)
  const anna = await town.resident(allowed)
  const carol = await town.resident(allowed)
  await invite(bram, { email: anna.email })
  await accept(anna, { invites: bram })
  await accept(carol, { invites: anna })
  const release = await hold(carol)
  const closing = close(anna)
  await untilWaiting(1)
  const other = close(bram)
  await untilWaiting(2)
  await release()
  expect((await closing).status).toBe(204)
  expect((await other).status).toBe(204)
})

const few = [1, 2, 3, 4]

async function accept(holder: Resident, { invites }: { readonly invites: Resident }) {
  await invite(holder, { email: invites.email })
  const token = await tokenFor(town, invites.email)
  expect((await invites.call('POST /links/_accept', { body: { token } })).status).toBe(200)
}

/** Holds the account of somebody's product, until it is released. */
async function hold({ productId }: Resident): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>()
  const busy = Promise.withResolvers<void>()
  const holding = town.db.transaction().execute(async (tx) => {
    const account = tx.selectFrom('ledger_accounts').select('id')
    await account.where('product_id', '=', productId).forNoKeyUpdate().execute()
    busy.resolve()
    await held.promise
  })
  await busy.promise
  return async () => {
    held.resolve()
    await holding
  }
}

type Race = { readonly closed: number; readonly done: number }

/** Some times over, for who is first is left to chance. */
async function atOnce(race: (anna: Resident) => Promise<Race>): Promise<Race[]> {
  const people = await Promise.all(Array.from({ length: 8 }, buyer))
  return Promise.all(people.map(race))
}

/** Until so many wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting
          from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`.execute(town.db)
      return rows[0]?.waiting
    })
    .toBe(count)
}

function close(anna: Resident) {
  return anna.call('POST /account/_close', { body: { password: anna.password } })
}

async function orderCheapest(anna: Resident) {
  return order(anna, (await offer(anna)).body.options[0]?.id)
}

function park({ call, productId }: Resident, number: string) {
  const body = { plate: { number }, end: town.now.add({ hours: 1 }).toString() }
  return call('POST /products/{productId}/parking-sessions', { params: { productId }, body })
}
