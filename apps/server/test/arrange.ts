/**
 * Towns and residents for tests, made by the product's own commands: each test has its own, so that
 * none notices another. Unless it matters parking costs €2.40 an hour, every day from 9 to 22.
 */
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { amount, type Unit } from '@2park/domain/amount'
import type { ProductRules } from '@2park/domain/decision'
import type { Interval } from '@2park/domain/interval'
import { plate } from '@2park/domain/plate'
import type { ProductKind } from '@2park/domain/product-kind'
import type { Database } from '#database/database.ts'
import { openAccount } from '#modules/accounts/index.ts'
import { grantBalance } from '#modules/ledger/index.ts'
import { foundOrganisation, listAreas, loadRegister } from '#modules/organisations/index.ts'
import { startSession } from '#modules/parking-sessions/index.ts'
import {
  blockProduct,
  issueProduct,
  offerProductType,
  type NewProductType,
} from '#modules/products/index.ts'
import { openPermitShop, type Credentials } from '#modules/permit-shop/index.ts'
import { anySecrets } from './any-secrets.ts'
import { rulesOfStreets, rulesWith, type Frame } from './town-rules.ts'

export type Given = {
  /** A visitor's product, unless it is said. */
  readonly kind?: ProductKind
  /** That a resident product was issued for. */
  readonly plates?: readonly string[]
  /** Of a pool. */
  readonly rightsBought?: number
  /** Of prepaid parking: where, and what a minute costs there in the street, in euros. */
  readonly locations?: Readonly<Record<string, string>>
  readonly unit?: Unit
  readonly balance?: number
  /** What a product that a shop issues begins with. */
  readonly firstGrant?: number
  readonly rules?: Partial<Omit<ProductRules, 'unit'>>
  /** What the frame of every day is like, where it is not from 9 to 22 at the fare. */
  readonly frame?: Frame
  readonly valid?: Interval
  /** Where it matters what something is called. */
  readonly names?: {
    readonly product?: string
    readonly municipality?: string
    readonly area?: string
    /** What stands before the e-mail address that is nobody else's. */
    readonly email?: string
  }
  readonly blockedAt?: Temporal.Instant
  /** Whether others may be let park on it (J1): not, unless it is said. */
  readonly delegations?: 'plateOptional' | 'plateRequired'
  readonly topUps?: NewProductType['topUps']
  readonly balancePeriod?: NewProductType['balancePeriod']
  readonly periodGrant?: NewProductType['periodGrant']
  /** Somebody who has a product already. */
  readonly holderId?: string
  /** By which clients of the 2Park protocol know it; where it is not said, they may not. */
  readonly twoPark?: { readonly code?: string; readonly type?: string; readonly area?: string }
}

export type Arranged = {
  readonly email: string
  readonly password: string
  readonly accountId: string
  readonly organisationId: string
  readonly productId: string
  readonly areaId: string
}

export async function arrangeResident(
  db: Database,
  now: Temporal.Instant,
  given: Given = {},
): Promise<Arranged> {
  const { balance = 100_00, blockedAt } = given
  const { organisationId, areaId, productTypeId } = await arrangeOffer(db, given)
  const email = anEmail(given.names?.email)
  const password = randomUUID()
  const accountId = given.holderId ?? (await openAccount(db, { email, password, now })).accountId
  const valid = given.valid ?? yearsAround(now)
  const productId = await issueProduct(db, {
    productTypeId,
    areaId,
    holder: { accountId },
    valid,
    plates: given.plates?.map((number) => plate(number)),
    rightsQuantity: given.rightsBought,
  })
  if (balance > 0 && given.unit !== 'none') {
    const id = randomUUIDv7()
    await grantBalance(db, { productId, amount: amount(balance), id, at: now })
  }
  if (blockedAt) await blockProduct(db, productId, blockedAt)
  return { email, password, accountId, organisationId, productId, areaId }
}

function anEmail(name: string = randomUUID()): string {
  return name.includes('@')
    ? name.replace('@', `+${randomUUID().slice(0, 8)}@`)
    : `${name}@example.com`
}

/** A product that is nobody's yet, of a municipality of its own. */
export async function arrangeUnlinked(
  db: Database,
  now: Temporal.Instant,
  email: string,
): Promise<{ readonly organisationId: string; readonly productId: string }> {
  const { organisationId, areaId, productTypeId } = await arrangeOffer(db, {})
  const valid = yearsAround(now)
  const productId = await issueProduct(db, { productTypeId, areaId, holder: { email }, valid })
  return { organisationId, productId }
}

/** A permit shop of a municipality of its own, which offers `BEZOEK` in area `A`. */
export async function arrangeShop(
  db: Database,
  given: Given & {
    readonly webhookAddress?: string
    /** Of a municipality that is there; otherwise it has one of its own. */
    readonly organisationId?: string
  } = {},
): Promise<Credentials & { readonly organisationId: string }> {
  const organisationId = given.organisationId ?? (await arrangeOffer(db, given)).organisationId
  const { webhookAddress } = given
  const shop = await openPermitShop(db, { organisationId, name: 'E-Loket', webhookAddress })
  return { ...shop, organisationId }
}

function yearsAround(now: Temporal.Instant): Interval {
  const aYear = { hours: 365 * 24 }
  return { start: now.subtract(aYear), end: now.add(aYear) }
}

/** A municipality, and what it offers. */
async function arrangeOffer(db: Database, given: Given) {
  const {
    kind,
    unit = 'money',
    rules,
    frame = {},
    firstGrant,
    delegations,
    topUps,
    balancePeriod,
    periodGrant,
    twoPark,
    names,
  } = given
  const { organisationId, areaId } = await arrangeTown(db, { frame, twoPark, names })
  const locations = await arrangeLocations(db, organisationId, given)
  const productTypeId = await offerProductType(db, {
    organisationId,
    code: twoPark?.type ?? 'BEZOEK',
    name: names?.product ?? 'Bezoekersregeling',
    kind,
    unit,
    delegations,
    topUps,
    locations,
    balancePeriod,
    periodGrant,
    rules: {
      endOfDayDeactivation: false,
      extensionAllowed: true,
      maxDaysAhead: 31,
      ...rules,
    },
    firstGrant: firstGrant === undefined ? undefined : amount(firstGrant),
  })
  return { organisationId, areaId, productTypeId }
}

/** An hour at noon on each of so many days before today, and one that is too long ago for its plate. */
export async function arrangeHistory(
  db: Database,
  now: Temporal.Instant,
  { accountId, productId, days }: Pick<Arranged, 'accountId' | 'productId'> & { days: number },
): Promise<void> {
  const secrets = anySecrets()
  const today = now.toZonedDateTimeISO('Europe/Amsterdam').startOfDay().add({ hours: 12 })
  for (const ago of [100, ...Array.from({ length: days }, (_, n) => days - n)]) {
    const start = today.subtract({ days: ago }).toInstant()
    const world = { db, now: () => start, publicUrl: new URL('http://localhost'), secrets }
    const parked = {
      productId,
      plate: plate(`D${String(ago).padStart(3, '0')}AY`),
      start: 'now',
    } as const
    await startSession(world, { accountId }, { ...parked, end: start.add({ hours: 1 }) })
  }
}

type Town = {
  readonly frame: Frame
  readonly twoPark: Given['twoPark']
  readonly names: Given['names']
}

async function arrangeTown(db: Database, { frame, twoPark, names }: Town) {
  const slug = randomUUID()
  const organisationId = await foundOrganisation(db, {
    slug,
    name: names?.municipality ?? `Town ${slug}`,
    timeZone: 'Europe/Amsterdam',
    helpdesk: { name: 'Helpdesk', phone: '14 0' },
    permitShopName: 'E-Loket',
    ...(twoPark?.code && { twoParkCode: twoPark.code }),
  })
  await loadRegister(
    db,
    organisationId,
    rulesWith(frame, { code: twoPark?.area, name: names?.area }),
  )
  const [area] = await listAreas(db, organisationId)
  if (!area) throw new Error('a town without an area')
  return { organisationId, areaId: area.id }
}

async function arrangeLocations(
  db: Database,
  organisationId: string,
  { locations, frame = {} }: Given,
): Promise<string[] | undefined> {
  if (!locations) return undefined
  await loadRegister(db, organisationId, rulesOfStreets(locations, frame))
  const areas = await listAreas(db, organisationId)
  return areas.filter(({ name }) => name in locations).map(({ id }) => id)
}
