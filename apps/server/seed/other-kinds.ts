/** Resident products, prepaid parking and a pool beside the visitors' products, and who has them. */
import { amount, nothing } from '@2park/domain/amount'
import { plate } from '@2park/domain/plate'
import { startSession } from '#modules/parking-sessions/index.ts'
import { listAreas } from '#modules/organisations/index.ts'
import { type NewProductType, offerProductType } from '#modules/products/index.ts'
import type { Actor } from '#world.ts'
import { at, dayOf, handOut, welcome, worldAt, type Demo } from './demo.ts'
import type { Town } from './towns.ts'

type Towns = Readonly<Record<'waterdam' | 'heuvelrade' | 'zilverdijk', Town>>

export async function seedOtherKinds(demo: Demo, towns: Towns): Promise<void> {
  await seedGreta(demo, towns.waterdam)
  await seedHugo(demo, towns.heuvelrade)
  await seedIvo(demo, towns.waterdam)
  await seedJet(demo, towns.zilverdijk)
  const kees = await welcome(demo, 'kees@example.com')
  await handOut(demo, kees, { ...towns.waterdam, only: nothing })
}

const rules = { endOfDayDeactivation: false, extensionAllowed: true, maxDaysAhead: 31 } as const

type Offered = Partial<NewProductType> & Pick<NewProductType, 'code' | 'name' | 'kind'>

/** Without a balance, unless it says otherwise. */
function offer({ db }: Demo, { organisationId }: Town, offered: Offered): Promise<string> {
  return offerProductType(db, { organisationId, unit: 'none', rules, ...offered })
}

/** Her own car is at the garage since yesterday: until it is back, her product is for the one on loan. */
async function seedGreta(demo: Demo, town: Town): Promise<void> {
  const productTypeId = await offer(demo, town, {
    code: 'VERGUNNING',
    name: 'Bewonersvergunning',
    kind: 'temporaryPlate',
  })
  const greta = await welcome(demo, 'greta@example.com')
  const productId = await handOut(demo, greta, { ...town, productTypeId, plates: ['62XRNZ'] })
  const world = worldAt(demo, at(dayOf(demo, -1), 9))
  const onLoan = { productId, plate: plate('8KKB21'), start: 'now', end: 'usual' } as const
  await startSession(world, greta, onLoan)
}

/** Two cars on one product, and none of them chosen yet. */
async function seedHugo(demo: Demo, town: Town): Promise<void> {
  const productTypeId = await offer(demo, town, {
    code: 'SWITCH',
    name: 'Bewonersvergunning, twee kentekens',
    kind: 'plateSwitch',
  })
  const hugo = await welcome(demo, 'hugo@example.com')
  await handOut(demo, hugo, { ...town, productTypeId, plates: ['4TFZ70', 'RX774L'] })
}

/** Parks where he has to be, and pays what is paid there. */
async function seedIvo(demo: Demo, town: Town): Promise<void> {
  const areas = await listAreas(demo.db, town.organisationId)
  const productTypeId = await offer(demo, town, {
    code: 'PREPAID',
    name: 'Prepaid parkeren',
    kind: 'prepaid',
    unit: 'money',
    locations: areas.map(({ id }) => id),
    topUps: {
      options: [
        { priceCents: 10_00, gives: amount(10_00) },
        { priceCents: 25_00, gives: amount(25_00) },
      ],
    },
  })
  const ivo = await welcome(demo, 'ivo@example.com')
  const wallet = { ...town, productTypeId, only: amount(60_00) }
  const productId = await handOut(demo, ivo, wallet)
  const park = parking(demo, ivo, productId)
  for (const [index, { id }] of areas.entries()) await park({ location: id, daysAgo: 3 + index })
  const [here] = areas
  const begin = demo.now.subtract({ minutes: 30 })
  await startSession(worldAt(demo, begin), ivo, {
    productId,
    plate: plate('SV806G'),
    location: here?.id,
    start: 'now',
    end: begin.add({ hours: 2 }),
  })
}

type Visit = { readonly location: string; readonly daysAgo: number }

function parking(demo: Demo, actor: Actor, productId: string) {
  return async ({ location, daysAgo }: Visit) => {
    const start = at(dayOf(demo, -daysAgo), 13)
    const stay = { productId, plate: plate('SV806G'), location, start: 'now' } as const
    await startSession(worldAt(demo, start), actor, { ...stay, end: start.add({ hours: 2 }) })
  }
}

/** A firm of plumbers with three rights, of which two are in use. */
async function seedJet(demo: Demo, town: Town): Promise<void> {
  const productTypeId = await offer(demo, town, {
    code: 'POOL',
    name: 'Poolvergunning',
    kind: 'pool',
  })
  const jet = await welcome(demo, 'jet@example.com')
  const productId = await handOut(demo, jet, { ...town, productTypeId, rightsBought: 3 })
  const begin = demo.now.subtract({ hours: 1 })
  for (const number of ['VKB80J', 'VNG41T']) {
    const van = { productId, plate: plate(number), start: 'now' } as const
    await startSession(worldAt(demo, begin), jet, { ...van, end: begin.add({ hours: 6 }) })
  }
}
