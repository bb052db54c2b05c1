/**
 * Fills an empty database with the towns and people of the demo. Everything is done by the product's
 * own commands, at the moments at which people would have done it, so the ledger is right.
 */
import { amount } from '@2park/domain/amount'
import { plate } from '@2park/domain/plate'
import type { Database } from '#database/database.ts'
import { setAlarm } from '#modules/balance-alarms/index.ts'
import { acceptDelegation, inviteDelegate } from '#modules/delegations/index.ts'
import { addFavourite } from '#modules/favourites/index.ts'
import { startSession } from '#modules/parking-sessions/index.ts'
import { openPermitShop } from '#modules/permit-shop/index.ts'
import { grantPeriods } from '#modules/period-grants/index.ts'
import { blockProduct } from '#modules/products/index.ts'
import type { Actor } from '#world.ts'
import { at, dayOf, handOut, timeZone, welcome, worldAt, type Demo } from './demo.ts'
import { forgetWhatIsOver, seedHalfAYear, type Regular } from './half-a-year.ts'
import { seedOtherKinds } from './other-kinds.ts'
import { demoShops } from './people.ts'
import { foundTowns } from './towns.ts'

export { demoAccounts, demoShops } from './people.ts'

export async function seed(db: Database, now: Temporal.Instant): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The demo is not for production.')
  const begun = await db.selectFrom('organisations').select('id').limit(1).executeTakeFirst()
  if (begun) return

  const demo = { db, now }
  const towns = await foundTowns(db)
  for (const { town, name, token } of demoShops) {
    await openPermitShop(db, { organisationId: towns[town].organisationId, name, token })
  }
  await seedAnna(demo, towns)
  await seedBram(demo, towns)
  await seedChantal(demo, towns)
  const daan = await welcome(demo, 'daan@example.com')
  await handOut(demo, daan, towns.waterdam)
  await seedEmma(demo, towns)
  await seedOtherKinds(demo, towns)
  await grantPeriods({ db, now: () => now })
  await forgetWhatIsOver(db, now)
}

type Towns = Awaited<ReturnType<typeof foundTowns>>

async function seedAnna(demo: Demo, { waterdam, heuvelrade, zilverdijk }: Towns): Promise<void> {
  const anna = await welcome(demo, 'anna@example.com')
  const silver = await handOut(demo, anna, zilverdijk)
  const hills = await handOut(demo, anna, heuvelrade)
  const water = await handOut(demo, anna, { ...waterdam, number: 9_000_001 })
  for (const [productId, name, number] of [
    [water, 'Oma', 'GBB01B'],
    [water, 'Loodgieter', 'VX823K'],
    [water, 'Sem', '36TPHS'],
    [hills, 'Oma', 'GBB01B'],
    [silver, 'Tante Bep', '5XKL08'],
  ] as const) {
    await addFavourite(worldAt(demo, demo.now), anna, { productId, name, plate: plate(number) })
  }
  await seedRegulars(demo, anna, [
    { productId: water, numbers: ['GBB01B', 'VX823K'], everyDays: 5, from: 11, minutes: 90 },
    { productId: hills, numbers: ['GBB01B'], everyDays: 7, from: 10, minutes: 90 },
    { productId: silver, numbers: ['5XKL08'], everyDays: 7, from: 14, minutes: 180 },
  ])
  const park = parking(demo, anna)
  await park(silver, { number: '5XKL08', daysAgo: 6, from: 14, hours: 3 })
  await park(hills, { number: 'GBB01B', daysAgo: 5, from: 10, hours: 2 })
  await park(hills, { number: 'KT391D', daysAgo: 4, from: 13, hours: 4 })
  await park(water, { number: 'GBB01B', daysAgo: 4, from: 11, hours: 2 })
  await park(water, { number: '1TRK39', country: 'D', daysAgo: 3, from: 15, hours: 3 })
  await park(water, { number: 'KT391D', daysAgo: 2, from: 19, hours: 3 })

  const world = worldAt(demo, demo.now)
  await setAlarm(world, anna, { productId: water, threshold: amount(5_00), keep: undefined })
  const tomorrow = dayOf(demo, 1)
  await startSession(world, anna, {
    productId: water,
    plate: plate('VX823K'),
    start: at(tomorrow, 14),
    end: at(tomorrow, 16),
  })
  const begin = demo.now.subtract({ minutes: 40 })
  await startSession(worldAt(demo, begin), anna, {
    productId: water,
    plate: plate('36TPHS'),
    start: 'now',
    end: begin.add({ hours: 2 }),
  })
}

async function seedBram(demo: Demo, { waterdam }: Towns): Promise<void> {
  const bram = await welcome(demo, 'bram@example.com')
  const productId = await handOut(demo, bram, { ...waterdam, only: amount(1_20) })
  const threshold = amount(5_00)
  await setAlarm(worldAt(demo, demo.now), bram, { productId, threshold, keep: undefined })
}

async function seedChantal(demo: Demo, { waterdam, heuvelrade }: Towns): Promise<void> {
  const chantal = await welcome(demo, 'chantal@example.com')
  const blocked = await handOut(demo, chantal, waterdam)
  await blockProduct(demo.db, blocked, demo.now.subtract({ hours: 24 }))
  const lastMonth = demo.now.subtract({ hours: 30 * 24 })
  await handOut(demo, chantal, { ...heuvelrade, expiredAt: lastMonth })
}

/** Emma lets Finn, who lives elsewhere, park his own car; her neighbour has not answered yet. */
async function seedEmma(demo: Demo, { waterdam, heuvelrade }: Towns): Promise<void> {
  const finn = await welcome(demo, 'finn@example.com')
  await handOut(demo, finn, heuvelrade)
  const emma = await welcome(demo, 'emma@example.com')
  const productId = await handOut(demo, emma, waterdam)

  const world = worldAt(demo, demo.now.subtract({ hours: 24 }))
  const language = 'nl'
  const forFinn = { email: 'finn@example.com', language, plate: plate('KT391D') } as const
  const allotment = amount(20_00)
  const { delegation } = await inviteDelegate(world, emma, { ...forFinn, productId, allotment })
  const accepting = { delegationId: delegation.id, actor: finn, at: demo.now }
  await demo.db.transaction().execute((tx) => acceptDelegation(tx, accepting))

  const forNeighbour = { email: 'gerda@example.com', language, plate: undefined } as const
  const sharing = { productId, allotment: undefined }
  await inviteDelegate(worldAt(demo, demo.now), emma, { ...forNeighbour, ...sharing })

  const begin = demo.now.subtract({ minutes: 20 })
  const end = demo.now.add({ hours: 1 })
  const visit = { productId, plate: plate('KT391D'), start: begin, end }
  await startSession(worldAt(demo, begin), finn, visit)
}

async function seedRegulars(demo: Demo, holder: Actor, regulars: readonly Regular[]) {
  const past = {
    worldAt: (moment: Temporal.Instant) => worldAt(demo, moment),
    today: dayOf(demo, 0),
    timeZone,
  }
  for (const regular of regulars) await seedHalfAYear(past, holder, regular)
}

type Visit = {
  readonly number: string
  readonly country?: string
  readonly daysAgo: number
  /** The hour at which the visitor came. */
  readonly from: number
  readonly hours: number
}

/** Visits of the past days, each started when the visitor came. */
function parking(demo: Demo, actor: Actor) {
  return async (productId: string, { number, country, daysAgo, from, hours }: Visit) => {
    const start = at(dayOf(demo, -daysAgo), from)
    const end = start.add({ hours })
    const visit = { productId, plate: plate(number, country), start: 'now', end } as const
    await startSession(worldAt(demo, start), actor, visit)
  }
}
