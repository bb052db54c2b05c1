/** A product whose holder closed their account, as its shop sees it (A5). */
import { beforeEach, expect, test } from 'vitest'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import {
  anAddress,
  change,
  giveLink,
  issued,
  linkAll,
  openShop,
  tokensTo,
} from '../../../test/shop-desk.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

test('A5: is linked to nobody, and gets no mail until its shop says whose it is now', async () => {
  const { call, productId } = await released()
  const params = { productId }
  const { body } = await call('GET /permit-shop/products/{productId}', { params })
  expect(body).toMatchObject({ id: productId, state: 'active' })
  expect(body).not.toHaveProperty('email')
  expect(body).not.toHaveProperty('linkedAt')
  for (const answer of [
    await call('POST /permit-shop/products/{productId}/_mail', { params }),
    await giveLink(call, productId),
  ]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'holderUnknown' } })
  }
})

test('A5: is linked again by a new link to the address that the shop gives', async () => {
  const { call, productId } = await released()
  const params = { productId }
  const next = await town.resident()
  expect(await change(call, productId, { email: next.email })).toMatchObject({
    status: 200,
    body: { email: next.email },
  })
  const mailed = await call('POST /permit-shop/products/{productId}/_mail', { params })
  expect(mailed.status).toBe(204)
  expect(await linkAll(town, next)).toEqual([productId])
  const again = await call('POST /permit-shop/products/{productId}/_mail', { params })
  expect(again).toMatchObject({ status: 409, body: { code: 'productLinked' } })
})

test('A2: an address is corrected until the product is linked, and a link to the former opens nothing', async () => {
  const { call } = await openShop(town)
  const [wrong, right] = [await town.resident(), await town.resident()]
  const productId = await issued(call, wrong.email)
  const [mailed = ''] = await tokensTo(town, wrong.email)
  const direct = new URL((await giveLink(call, productId)).body.url).hash.slice(1)
  await change(call, productId, { email: right.email })
  for (const token of [mailed, direct]) {
    const answer = await wrong.call('POST /links/_accept', { body: { token } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'linkSuperseded' } })
  }
  await call('POST /permit-shop/products/{productId}/_mail', { params: { productId } })
  expect(await linkAll(town, right)).toEqual([productId])
  expect(await change(call, productId, { email: anAddress() })).toMatchObject({
    status: 409,
    body: { code: 'productLinked' },
  })
  expect(await change(call, productId, { email: 'nowhere' })).toMatchObject({
    status: 400,
    body: { errors: [{ in: 'body', pointer: '/email' }] },
  })
})

async function released() {
  const { call } = await openShop(town)
  const anna = await town.resident()
  const productId = await issued(call, anna.email)
  await linkAll(town, anna)
  await close(anna)
  return { call, productId }
}

async function close({ call, password }: Resident): Promise<void> {
  expect((await call('POST /account/_close', { body: { password } })).status).toBe(204)
}
