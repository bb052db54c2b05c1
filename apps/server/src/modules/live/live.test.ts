import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '#app.ts'
import { arrangeResident } from '../../../test/arrange.ts'
import { delegateOf, revoke } from '../../../test/delegating.ts'
import { listen, listenTo, type Listening } from '../../../test/event-stream.ts'
import { cookieOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { checkout, press, tenAndTwenty } from '../../../test/topping-up.ts'

const town = await openTown()
const address = await listen(town.app)
const world = {
  db: town.db,
  now: () => town.now,
  publicUrl: new URL('https://2park.example'),
  secrets: town.secrets,
}

test('a session started elsewhere is told, by its product', async () => {
  const anna = await town.resident()
  const phone = await listening(anna.cookie)
  await park(anna, 'ANNA1')
  expect(await phone.next()).toEqual({ kind: 'changed', productIds: [anna.productId] })
})

test('what another process of the server did is told as well', async () => {
  const anna = await town.resident()
  const other = await anotherProcess()
  const phone = await listening(anna.cookie, other.address)
  // Booked by the first process, told by the second.
  await park(anna, 'ANNA1')
  expect(await phone.next()).toMatchObject({ kind: 'changed' })
})

test('a payment that came in is told, though nobody asked for it', async () => {
  const anna = await town.resident({ topUps: { options: tenAndTwenty } })
  const { bankPath } = await checkout(anna)
  const phone = await listening(anna.cookie)
  await press(town.app, bankPath, 'paid')
  expect(await phone.next()).toEqual({ kind: 'changed', productIds: [anna.productId] })
})

test("nobody hears of anybody else's product", async () => {
  const anna = await town.resident()
  const eve = await town.resident()
  const asEve = await listening(eve.cookie)
  const asAnna = await listening(anna.cookie)
  await park(anna, 'ANNA1')
  expect(await asAnna.next()).toMatchObject({ productIds: [anna.productId] })
  // The first that she hears is of her own, though hers came later.
  await park(eve, 'EVE1')
  expect(await asEve.next()).toEqual({ kind: 'changed', productIds: [eve.productId] })
})

test("J6: a holder is told of a delegate's session, and a delegate of their own", async () => {
  const anna = await town.resident({ delegations: 'plateOptional' })
  const { delegate } = await delegateOf(town, anna, {})
  const [asAnna, asDelegate] = [await listening(anna.cookie), await listening(delegate.cookie)]
  await park({ ...delegate, productId: anna.productId }, 'DELE1')
  for (const one of [asAnna, asDelegate]) {
    expect(await one.next()).toEqual({ kind: 'changed', productIds: [anna.productId] })
  }
})

test('a delegate with a part of the balance is not told each time that the holder parks', async () => {
  const anna = await town.resident({ delegations: 'plateOptional' })
  const { delegate } = await delegateOf(town, anna, { allotment: 10_00 })
  const [asAnna, asDelegate] = [await listening(anna.cookie), await listening(delegate.cookie)]
  await park(anna, 'ANNA1')
  await asAnna.next()
  await park({ ...delegate, productId: anna.productId }, 'DELE1')
  expect(await asAnna.next()).toMatchObject({ kind: 'changed' })
  // Both were told by one asking; had the first been told, there would be two.
  expect(await asDelegate.next()).toMatchObject({ kind: 'changed' })
  await delegate.call('DELETE /sign-ins/current')
  expect(await asDelegate.next()).toEqual({ kind: 'ended' })
})

test('J6: who was sent away hears of it, and no more of each time that the holder parks', async () => {
  const anna = await town.resident({ delegations: 'plateOptional' })
  const { delegate, delegationId } = await delegateOf(town, anna, {})
  const [asAnna, asDelegate] = [await listening(anna.cookie), await listening(delegate.cookie)]
  await revoke(anna, delegationId)
  await asAnna.next()
  expect(await asDelegate.next()).toMatchObject({ productIds: [anna.productId] })
  await park(anna, 'ANNA1')
  await asAnna.next()
  await delegate.call('DELETE /sign-ins/current')
  expect(await asDelegate.next()).toEqual({ kind: 'ended' })
})

test('a product that is linked to an account while it listens is told', async () => {
  const anna = await town.resident()
  const phone = await listening(anna.cookie)
  const holderId = anna.accountId
  const { productId } = await arrangeResident(town.db, town.now, { holderId, balance: 0 })
  expect(await phone.next()).toEqual({ kind: 'changed', productIds: [productId] })
})

test('A10: the stream ends with the sign-in, wherever that was ended', async () => {
  const anna = await town.resident()
  const laptop = await town.signIn(anna)
  const phone = await listening(anna.cookie)
  await laptop.call('DELETE /sign-ins')
  expect(await phone.next()).toEqual({ kind: 'ended' })
  expect(await phone.next()).toBeUndefined()
})

test('A9: listening is no activity, so that it keeps nobody signed in', async () => {
  const anna = await town.resident()
  onTestFinished(() => void (town.now = mondayAtTen))
  town.now = town.now.add({ minutes: 20 })
  const phone = await listening(anna.cookie)
  town.now = town.now.add({ minutes: 11 })
  expect(await phone.next()).toEqual({ kind: 'ended' })
  const { body } = await anna.call('GET /account')
  expect(body.code).toBe('signedOutIdle')
})

test('is closed to whoever is not signed in', async () => {
  expect((await listenTo(address, '')).status).toBe(401)
})

test('an account may listen on so many screens and no more', async () => {
  const anna = await town.resident()
  const screens: Listening[] = []
  for (let n = 0; n < 10; n++) screens.push(await listening(anna.cookie))
  const { status, headers } = await listenTo(address, anna.cookie)
  expect([status, headers.get('retry-after')]).toEqual([429, '60'])
  // Another account has room.
  await listening((await town.resident()).cookie)
})

test('a stream passes through proxies as it is made', async () => {
  const { headers } = await listening((await town.resident()).cookie)
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
})

test('A7: a remembered browser whose token was due for another gets it with the stream', async () => {
  const { email, password } = await town.resident()
  const body = { email, password, isRemembered: true }
  const signedIn = await town.app.inject({
    method: 'POST',
    url: '/api/v1/sign-ins',
    payload: body,
  })
  onTestFinished(() => void (town.now = mondayAtTen))
  town.now = town.now.add({ hours: 2 })
  const { headers } = await listening(cookieOf(signedIn.headers))
  expect(headers.get('set-cookie')).toMatch(/^__Host-session=/)
})

test('a server that closes ends its streams', async () => {
  const anna = await town.resident()
  const other = await anotherProcess()
  const phone = await listening(anna.cookie, other.address)
  await other.close()
  expect(await phone.next()).toBeUndefined()
})

/** On the same database, with nothing else in common. */
async function anotherProcess() {
  const closing = new AbortController()
  const app = buildApp(world, { closing: closing.signal })
  const close = async () => {
    closing.abort()
    await app.close()
  }
  onTestFinished(close)
  return { address: await listen(app), close }
}

/** A screen that has heard that it is told of changes from now on. */
async function listening(cookie: string, at = address): Promise<Listening> {
  const phone = await listenTo(at, cookie)
  onTestFinished(phone.stop)
  expect(await phone.next()).toEqual({ kind: 'ready' })
  return phone
}

async function park({ call, productId }: Pick<Resident, 'call' | 'productId'>, number: string) {
  const end = town.now.add({ hours: 1 }).toString()
  const sent = { params: { productId }, body: { plate: { number }, end } }
  const { status } = await call('POST /products/{productId}/parking-sessions', sent)
  expect(status).toBe(201)
}
