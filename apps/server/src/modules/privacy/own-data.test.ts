import { beforeEach, describe, expect, test } from 'vitest'
import { forgetting } from '#jobs/forgetting.ts'
import { balanceOf, delegateOf, invite, listDelegations } from '../../../test/delegating.ts'
import { dump } from '../../../test/dump.ts'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { withApp } from '../../../test/second-factor.ts'
import { checkout, tenAndTwenty } from '../../../test/topping-up.ts'

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
        account: {
          id,
          email,
          language: 'nl',
          longerMessages: false,
          createdAt: '2026-03-02T09:00:00Z',
        },
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

  test('K7: tells which plate a resident product was issued for, and held for when', async () => {
    const anna = await town.resident({ kind: 'plateSwitch', unit: 'none', plates: ['A1', 'B2'] })
    const params = { productId: anna.productId }
    for (const number of ['A1', 'B2']) {
      await anna.call('PUT /products/{productId}/active-plate', {
        params,
        body: { plate: { number } },
      })
      town.now = town.now.add({ minutes: 5 })
    }
    const { body } = await anna.call('GET /account/held-data')
    expect(body.products).toMatchObject([{ plates: [{ number: 'A1' }, { number: 'B2' }] }])
    expect(body.activePlates).toEqual([
      {
        ...params,
        plate: { number: 'A1', country: 'NL' },
        start: '2026-03-02T09:00:00Z',
        end: '2026-03-02T09:05:00Z',
      },
      { ...params, plate: { number: 'B2', country: 'NL' }, start: '2026-03-02T09:05:00Z' },
    ])
  })

  test('tells of the second factor, delegations, alarms and orders too', async () => {
    const allowed = { delegations: 'plateOptional', topUps: { options: tenAndTwenty } } as const
    const [anna, bram] = [await town.resident(allowed), await town.resident(allowed)]
    const { delegate } = await delegateOf(town, bram, { allotment: 20_00 })
    await invite(anna, { email: 'hulp@example.com', plate: 'HULP1' })
    await setAlarm(anna)
    await anna.call('PUT /push-subscriptions/current', {
      body: {
        endpoint: 'https://fcm.googleapis.com/fcm/send/one',
        keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
      },
    })
    await checkout(anna)
    const { body } = await anna.call('GET /account/held-data')
    expect(body).toMatchObject({
      secondFactor: { isOn: false, authenticatorAppSince: null, recoveryCodesLeft: 0 },
      notifications: { kinds: { balanceAlarm: { mail: true, push: true } } },
      pushSubscriptions: [{ service: 'fcm.googleapis.com', createdAt: '2026-03-02T09:00:00Z' }],
      delegationsGiven: [
        {
          productId: anna.productId,
          email: 'hulp@example.com',
          state: 'pending',
          plate: { number: 'HULP1', country: 'NL' },
          invitedAt: '2026-03-02T09:00:00Z',
        },
      ],
      delegationsReceived: [],
      balanceAlarms: [{ productId: anna.productId, threshold: { value: 5_00 }, isBelow: false }],
      topUps: [{ productId: anna.productId, price: { value: 10_00 }, state: 'open' }],
    })
    expect((await delegate.call('GET /account/held-data')).body).toMatchObject({
      delegationsGiven: [],
      delegationsReceived: [
        {
          productId: bram.productId,
          state: 'accepted',
          allotment: { unit: 'money', value: 20_00 },
          acceptedAt: '2026-03-02T09:00:00Z',
        },
      ],
      topUps: [],
    })
  })

  test('tells that there is an app and how many codes, and neither of them', async () => {
    const anna = await withApp(town)
    const { body } = await anna.call('GET /account/held-data')
    expect(body).toMatchObject({
      secondFactor: { isOn: true, authenticatorAppSince: '2026-03-02T09:00:00Z' },
    })
    expect(body.secondFactor.recoveryCodesLeft).toBe(anna.recoveryCodes.length)
    expect(JSON.stringify(body)).not.toContain(anna.secret)
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

  test('J6: ends the delegations given and leaves those received, and their parts return', async () => {
    const allowed = { delegations: 'plateOptional' } as const
    const [anna, bram] = [await town.resident(allowed), await town.resident(allowed)]
    await invite(bram, { email: anna.email, allotment: 15_00 })
    const toHelp = await delegateOf(town, anna, { allotment: 20_00 })
    const before = await balanceOf(bram)
    expect((await close(anna)).status).toBe(204)
    expect(await balanceOf(bram)).toBe(before + 15_00)
    expect(await listDelegations(bram)).toMatchObject([
      { email: 'closed.account@invalid', state: 'revoked' },
    ])
    const { delegate } = toHelp
    const params = { productId: anna.productId }
    expect((await delegate.call('POST /products/{productId}/_leave', { params })).status).toBe(404)
  })

  test('a delegate who closes their account has left', async () => {
    const bram = await town.resident({ delegations: 'plateOptional' })
    const whole = await balanceOf(bram)
    const { delegate } = await delegateOf(town, bram, { allotment: 15_00 })
    expect((await close(delegate)).status).toBe(204)
    expect(await balanceOf(bram)).toBe(whole)
    expect(await listDelegations(bram)).toMatchObject([
      { email: 'closed.account@invalid', state: 'left' },
    ])
  })

  test('leaves the address nowhere in the whole database, once the last mail is sent', async () => {
    const bram = await town.resident({ delegations: 'plateOptional' })
    const anna = await withApp(town)
    await invite(bram, { email: anna.email })
    await setAlarm(anna)
    await anna.call('GET /account/held-data')
    const { email } = anna
    expect(await dump(town.db)).toContain(email)
    expect((await close(anna)).status).toBe(204)
    await town.mailsTo(email)
    // Answers kept for a retry, and what limits count by, go within a day.
    town.now = town.now.add({ hours: 25 })
    for (const { run } of forgetting) await run({ db: town.db, now: () => town.now })
    const everything = await dump(town.db)
    expect(everything).toContain(bram.email)
    expect(everything).not.toContain(email)
    for (const table of ['authenticator_apps', 'recovery_codes', 'balance_alarms'] as const) {
      const rows = town.db.selectFrom(table).select('account_id')
      expect(await rows.where('account_id', '=', anna.accountId).execute()).toEqual([])
    }
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

async function setAlarm({ call, productId }: Resident): Promise<void> {
  const params = { productId }
  const { status } = await call('PUT /products/{productId}/balance-alarm', {
    params,
    body: { threshold: 5_00 },
  })
  expect(status).toBe(200)
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
