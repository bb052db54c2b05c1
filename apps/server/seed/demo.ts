/** What the people of the demo are made with: the product's own commands, at a moment of the past. */
import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { nothing, type Amount } from '@2park/domain/amount'
import { plate } from '@2park/domain/plate'
import type { Database } from '#database/database.ts'
import { openAccount } from '#modules/accounts/index.ts'
import { grantBalance } from '#modules/ledger/index.ts'
import { grantPeriod } from '#modules/period-grants/index.ts'
import { issueProduct } from '#modules/products/index.ts'
import { secretsKeyBytes, secretsWith } from '#secrets.ts'
import type { Actor, World } from '#world.ts'
import { daysBack } from './half-a-year.ts'
import { password, type DemoEmail } from './people.ts'
import type { Town } from './towns.ts'

export const timeZone = 'Europe/Amsterdam'

export type Demo = { readonly db: Database; readonly now: Temporal.Instant }

export async function welcome({ db, now }: Demo, email: DemoEmail): Promise<Actor> {
  return openAccount(db, { email, password, now })
}

type HandedOut = Pick<Town, 'productTypeId' | 'areaId'> & {
  readonly expiredAt?: Temporal.Instant
  /** A balance in the place of what the period gives. */
  readonly only?: Amount
  /** That it had in another system. */
  readonly number?: number
  /** Of the holder's own, that the product is for. */
  readonly plates?: readonly string[]
  /** Of a pool. */
  readonly rightsBought?: number
}

/** Valid since the beginning of last year; until the end of the next one, unless it has expired. */
export async function handOut(
  { db, now }: Demo,
  holder: Actor,
  { productTypeId, areaId, only, expiredAt, plates, rightsBought, number }: HandedOut,
): Promise<string> {
  const thisYear = now.toZonedDateTimeISO(timeZone).toPlainDate().with({ month: 1, day: 1 })
  const start = at(thisYear.subtract({ years: 1 }), 0)
  const end = expiredAt ?? at(thisYear.add({ years: 2 }), 0)
  const productId = await issueProduct(db, {
    productTypeId,
    areaId,
    holder,
    valid: { start, end },
    plates: plates?.map((each) => plate(each)),
    rightsQuantity: rightsBought,
    number,
  })
  // As long ago as the first visitor: what periods gave since is given at the end.
  const given = now.subtract({ hours: daysBack * 24 })
  if (only === nothing) return productId
  if (only) await grantBalance(db, { productId, amount: only, id: randomUUIDv7(), at: given })
  else await db.transaction().execute((tx) => grantPeriod(tx, { productId, at: given }))
  return productId
}

export function worldAt({ db }: Demo, moment: Temporal.Instant): World {
  // Nobody of the demo begins with a sealed secret.
  const secrets = secretsWith(randomBytes(secretsKeyBytes))
  return { db, now: () => moment, publicUrl: new URL('http://localhost'), secrets }
}

export function dayOf({ now }: Demo, days: number): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days })
}

export function at(date: Temporal.PlainDate, hour: number): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()
}
