import { beforeEach, describe, expect, test } from 'vitest'
import { changeProduct } from '#modules/products/index.ts'
import {
  balanceOf,
  delegateOf,
  invite,
  listDelegations,
  productOf,
  productsOf,
  revoke,
  someone,
  tokenFor,
} from '../../../test/delegating.ts'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const

beforeEach(() => {
  town.now = mondayAtTen
})

describe('accepting', () => {
  test('J2, J8, M6: lets somebody of another municipality see the product, and by whom', async () => {
    const anna = await town.resident(allowed)
    const person = await town.resident()
    await invite(anna, { email: person.email, plate: 'GBB01B', allotment: 20_00 })
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['pending'])
    expect(await productsOf(person)).toHaveLength(1)

    const token = await tokenFor(town, person.email)
    const look = await person.call('POST /links/_look', { body: { token } })
    expect(look.body).toMatchObject({
      kind: 'delegation',
      by: anna.email,
      plate: { number: 'GBB01B', country: 'NL' },
      signedInAs: person.email,
    })
    const accepted = await person.call('POST /links/_accept', { body: { token } })
    expect(accepted).toMatchObject({ status: 200, body: { productId: anna.productId } })
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['accepted'])

    const products = await productsOf(person)
    expect(products.find(({ id }) => id === anna.productId)).toMatchObject({
      organisation: { id: anna.organisationId },
      state: 'active',
      balance: { unit: 'money', value: 20_00 },
      delegation: {
        by: anna.email,
        plate: { number: 'GBB01B', country: 'NL' },
        sharesBalance: false,
      },
      rules: { delegations: 'notAllowed' },
    })
  })

  test('J5: without a part one sees the balance that is shared', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    expect((await productOf(delegate)).body).toMatchObject({
      balance: { value: 100_00 },
      delegation: { sharesBalance: true },
    })
  })

  test('is refused where the product has expired or was ended by its shop, and the page of the link says so', async () => {
    const valid = { start: mondayAtTen, end: mondayAtTen.add({ minutes: 20 }) }
    const anna = await town.resident({ ...allowed, valid })
    const bram = await town.resident(allowed)
    const person = await town.resident()
    const newcomer = someone()
    await invite(anna, { email: person.email })
    const toExpired = await tokenFor(town, person.email)
    await invite(bram, { email: newcomer })
    const toEnded = await tokenFor(town, newcomer)
    const end = { endedAt: valid.end, at: valid.end }
    await town.db.transaction().execute((tx) => changeProduct(tx, bram.productId, end))
    town.now = valid.end
    const password = 'vier groene fietsen zwemmen'
    const anyone = clientOf(town.app)
    for (const answer of [
      await person.call('POST /links/_look', { body: { token: toExpired } }),
      await person.call('POST /links/_accept', { body: { token: toExpired } }),
      await anyone('POST /links/_look', { body: { token: toEnded } }),
      await anyone('POST /links/_register', { body: { token: toEnded, password } }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'delegationExpired' } })
    }
    expect(await productsOf(person)).toHaveLength(1)
  })

  test('is only for who was invited', async () => {
    const anna = await town.resident(allowed)
    const eve = await town.resident()
    const email = someone()
    await invite(anna, { email })
    const token = await tokenFor(town, email)
    const answer = await eve.call('POST /links/_accept', { body: { token } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'linkOfSomeoneElse' } })
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['pending'])
  })

  test('J6: is too late once it was revoked, and the page of the link says so', async () => {
    const anna = await town.resident(allowed)
    const person = await town.resident()
    const { body } = await invite(anna, { email: person.email })
    const token = await tokenFor(town, person.email)
    await revoke(anna, body.delegation.id)
    for (const answer of [
      await person.call('POST /links/_look', { body: { token } }),
      await person.call('POST /links/_accept', { body: { token } }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'delegationRevoked' } })
    }
    expect(await productsOf(person)).toHaveLength(1)
  })

  test('is refused to who may park on it already, invited by their former address', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    const email = someone()
    await invite(anna, { email, allotment: 5_00 })
    const token = await tokenFor(town, email)
    await moveTo(delegate, email)
    const accept = () => delegate.call('POST /links/_accept', { body: { token } })
    expect(await accept()).toMatchObject({ status: 409, body: { code: 'alreadyDelegated' } })
    const states = (await listDelegations(anna)).map(({ state }) => state)
    expect(states.toSorted()).toEqual(['accepted', 'pending'])
    // Without the former one there is room for the new one.
    const params = { productId: anna.productId }
    await delegate.call('POST /products/{productId}/_leave', { params })
    expect(await accept()).toMatchObject({ status: 200 })
    expect((await productOf(delegate)).body.balance.value).toBe(5_00)
  })

  test('is refused to the holder, who has got the address meanwhile', async () => {
    const anna = await town.resident(allowed)
    const email = someone()
    await invite(anna, { email })
    const token = await tokenFor(town, email)
    await moveTo(anna, email)
    const answer = await anna.call('POST /links/_accept', { body: { token } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'delegateIsHolder' } })
  })

  test('races with revoking to one end or the other', async () => {
    const anna = await town.resident(allowed)
    const person = await town.resident()
    const { body } = await invite(anna, { email: person.email, allotment: 1_00 })
    const token = await tokenFor(town, person.email)
    const [accepted] = await Promise.all([
      person.call('POST /links/_accept', { body: { token } }),
      revoke(anna, body.delegation.id),
    ])
    expect([200, 409]).toContain(accepted.status)
    expect(await balanceOf(anna)).toBe(100_00)
    expect((await listDelegations(anna)).map(({ state }) => state)).toEqual(['revoked'])
  })
})

async function moveTo({ call, password }: Resident, email: string): Promise<void> {
  await call('POST /email-changes', { body: { email, password } })
  const mails = await town.mailsTo(email)
  const link = mails.at(-1)?.links.find((each) => each.includes('#')) ?? ''
  const { status } = await call('POST /email-changes/_confirm', {
    body: { token: new URL(link).hash.slice(1) },
  })
  expect(status).toBe(200)
}
