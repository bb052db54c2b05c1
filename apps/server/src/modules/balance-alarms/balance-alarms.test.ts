import { randomUUIDv7 } from 'node:crypto'
import { amount } from '@2park/domain/amount'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantBalance } from '#modules/ledger/index.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'
import { choose } from '../../../test/pushing.ts'
import { issued, linkAll, openShop } from '../../../test/shop-desk.ts'
import { ringAlarms } from './balance-alarms.commands.ts'

const town = await openTown()
const world = { db: town.db, now: () => town.now, publicUrl: new URL('https://2park.example') }

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a balance alarm', () => {
  test('M3, M8: is set in the unit of the product, changed and taken away', async () => {
    const anna = await town.resident({ unit: 'time', balance: 7200 })
    expect(await alarms(anna)).toEqual([])
    const threshold = { unit: 'time', value: 3600 }
    const set = { productId: anna.productId, threshold, isBelow: false }
    expect(await setAlarm(anna, 3600)).toMatchObject({ status: 200, body: set })
    expect(await alarms(anna)).toEqual([set])
    await setAlarm(anna, 9000)
    expect(await alarms(anna)).toMatchObject([{ threshold: { value: 9000 }, isBelow: true }])
    expect((await removeAlarm(anna)).status).toBe(204)
    expect((await removeAlarm(anna)).status).toBe(204)
    expect(await alarms(anna)).toEqual([])
  })

  test.each([0, -1, 1.5, 1_000_000_001, '500', null])('M8: is not set at %j', async (threshold) => {
    const anna = await town.resident()
    expect(await setAlarm(anna, threshold)).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'body', pointer: '/threshold' }] },
    })
  })

  test("is one's own affair", async () => {
    const anna = await town.resident()
    const eve = await town.resident()
    await setAlarm(anna, 500)
    const asEve = { ...eve, productId: anna.productId }
    expect((await setAlarm(asEve, 500)).status).toBe(404)
    expect((await removeAlarm(asEve)).status).toBe(404)
    expect(await alarms(eve)).toEqual([])
    expect(await alarms(anna)).toHaveLength(1)
  })

  test('is set once by a call that is repeated, and is in the audit trail', async () => {
    const anna = await town.resident()
    const [first, second] = [await setAlarm(anna, 500, 'once'), await setAlarm(anna, 500, 'once')]
    expect(second).toMatchObject({ status: 200, body: first.body })
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', anna.productId)
      .where('account_id', '=', anna.accountId)
      .execute()
    expect(trail).toEqual([{ action: 'balanceAlarmSet' }])
  })
})

describe('a warning', () => {
  test('M8: comes by mail once when the balance drops below, and again after it rose', async () => {
    const anna = await town.resident({ balance: 10_00 })
    await setAlarm(anna, 8_00)
    await ringAlarms(world)
    expect(await town.mailsTo(anna.email)).toEqual([])

    await park(anna, 'FIRST1')
    await ringAlarms(world)
    await ringAlarms(world)
    const [mail, ...others] = await town.mailsTo(anna.email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Uw saldo is lager dan € 8,00'.replace(' 8', '\u00A08'))
    expect(mail?.text).toMatch(/€\s7,60/)
    expect(mail?.links[0]).toBe(`https://2park.example/products/${anna.productId}/parking-sessions`)

    await grant(anna, 5_00)
    await ringAlarms(world)
    await park(anna, 'SECOND1')
    await park(anna, 'THIRD1')
    await ringAlarms(world)
    expect(await town.mailsTo(anna.email)).toHaveLength(2)
  })

  test('comes to who wants it only, and rings on the screen of who does not', async () => {
    const anna = await town.resident({ balance: 10_00 })
    await setAlarm(anna, 8_00)
    expect((await choose(anna, {})).status).toBe(204)
    const { body } = await anna.call('GET /account/notifications')
    expect(body.kinds.balanceAlarm).toEqual({ mail: false, push: false })
    await park(anna, 'FIRST1')
    await ringAlarms(world)
    expect(await town.mailsTo(anna.email)).toEqual([])
    expect(await alarms(anna)).toMatchObject([{ isBelow: true }])
  })

  test('M8: is at the threshold still none', async () => {
    const anna = await town.resident({ balance: 10_00 })
    await setAlarm(anna, 7_60)
    await park(anna, 'FIRST1')
    await ringAlarms(world)
    expect(await town.mailsTo(anna.email)).toEqual([])
  })

  test('is none where the balance was below from the start: that is on the screen', async () => {
    const anna = await town.resident({ balance: 5_00 })
    expect(await setAlarm(anna, 8_00)).toMatchObject({ body: { isBelow: true } })
    await ringAlarms(world)
    expect(await town.mailsTo(anna.email)).toEqual([])
  })

  test('comes once, also when several processes look at the same time', async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, () => town.resident({ balance: 10_00 })),
    )
    for (const person of people) {
      await setAlarm(person, 9_00)
      await park(person, 'FIRST1')
    }
    await Promise.all([ringAlarms(world), ringAlarms(world), ringAlarms(world)])
    await ringAlarms(world)
    for (const { email } of people) expect(await town.mailsTo(email)).toHaveLength(1)
  })

  test('M7: is none of a product that is blocked or has expired', async () => {
    const blocked = await town.resident({ balance: 10_00 })
    await setAlarm(blocked, 9_00)
    await park(blocked, 'FIRST1')
    await town.db
      .updateTable('products')
      .set({ blocked_at: town.now })
      .where('id', '=', blocked.productId)
      .execute()
    const valid = { start: mondayAtTen.subtract({ hours: 24 }), end: mondayAtTen.add({ hours: 2 }) }
    const expired = await town.resident({ balance: 10_00, valid })
    await setAlarm(expired, 9_00)
    await park(expired, 'FIRST1')
    town.now = mondayAtTen.add({ hours: 2 })
    await ringAlarms(world)
    expect(await town.mailsTo(blocked.email)).toEqual([])
    expect(await town.mailsTo(expired.email)).toEqual([])
  })

  test('M7: is none of a product that its shop has ended', async () => {
    const person = await town.resident()
    const { call } = await openShop(town, { firstGrant: 10_00 })
    const productId = await issued(call, person.email)
    await linkAll(town, person)
    const anna = { ...person, productId }
    await setAlarm(anna, 9_00)
    await park(anna, 'FIRST1')
    await call('POST /permit-shop/products/{productId}/_end', { params: { productId } })
    await ringAlarms(world)
    const subjects = (await town.mailsTo(anna.email)).map(({ subject }) => subject)
    expect(subjects).toEqual([expect.not.stringContaining('saldo')])
  })
})

function setAlarm({ call, productId }: Resident, threshold: unknown, key?: string) {
  const sent = { params: { productId }, body: { threshold }, ...(key && { key }) }
  return call('PUT /products/{productId}/balance-alarm', sent)
}

function removeAlarm({ call, productId }: Resident) {
  return call('DELETE /products/{productId}/balance-alarm', { params: { productId } })
}

async function alarms({ call }: Resident) {
  return (await call('GET /balance-alarms')).body.balanceAlarms
}

/** An hour at € 2,40. */
async function park({ call, productId }: Resident, number: string) {
  const end = town.now.add({ hours: 1 }).toString()
  const sent = { params: { productId }, body: { plate: { number }, end } }
  expect((await call('POST /products/{productId}/parking-sessions', sent)).status).toBe(201)
}

async function grant({ productId }: Resident, value: number) {
  await grantBalance(town.db, {
    productId,
    amount: amount(value),
    id: randomUUIDv7(),
    at: town.now,
  })
}
