/**
 * What each balance period gives (P3): at once when a product is issued, and from then on when the
 * next period begins by the municipality's calendar.
 *
 * Nothing is missed and nothing is given twice, whoever runs this and however late: a product's row
 * says which period it has had, held while the next ones are given one after the other, each under
 * a name that the ledger takes once. What lapses is what was left when the period began, so a job
 * that comes late takes nothing of what was parked meanwhile from the new period twice.
 */
import { amount, difference, nothing, type Amount } from '@2park/domain/amount'
import { isBefore } from '@2park/domain/interval'
import type { Database, Tx } from '#database/database.ts'
import { changeBalance, findBalanceBefore, lockBalance } from '#modules/ledger/index.ts'
import { periodOn } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import {
  findPeriodTerms,
  insertFirstPeriod,
  listDueProducts,
  lockPeriod,
  updatePeriod,
  type PeriodTerms,
  type ProductPeriod,
} from './period-grants.queries.ts'

const productsAtATime = 500

/** Gives a product what its periods give until now; without effect where that was done. */
export async function grantPeriod(
  tx: Tx,
  { productId, at }: { readonly productId: string; readonly at: Temporal.Instant },
): Promise<void> {
  // Its account first, as a permit shop does: what the terms are is read when nobody changes them.
  await lockBalance(tx, productId)
  const terms = await findPeriodTerms(tx, productId)
  if (!terms) return
  const begun = isBefore(at, terms.valid.start) ? terms.valid.start : at
  const first = periodAt(terms, begun)
  if (await insertFirstPeriod(tx, productId, first)) {
    await move(tx, terms, { change: terms.grant, step: `grant ${first.startsOn}`, at })
    return
  }
  await grantNext(tx, terms, at)
}

/** Every period that has begun since the last one given, in their order. */
async function grantNext(tx: Tx, terms: PeriodTerms, now: Temporal.Instant): Promise<void> {
  const given = await lockPeriod(tx, terms.productId)
  let nextStartsAt = given?.nextStartsAt
  while (nextStartsAt && Temporal.Instant.compare(nextStartsAt, now) <= 0) {
    const period = periodAt(terms, nextStartsAt)
    // Each lapses what the one before it left.
    // oxlint-disable-next-line no-await-in-loop -- see above.
    await beginPeriod(tx, terms, { startsOn: period.startsOn, at: nextStartsAt })
    // oxlint-disable-next-line no-await-in-loop -- see above.
    await updatePeriod(tx, terms.productId, period)
    nextStartsAt = period.nextStartsAt
  }
}

type Renewed = {
  readonly productId: string
  /** When the product began, before the change. */
  readonly began: Temporal.Instant
  readonly at: Temporal.Instant
}

/**
 * When the next period begins, after the product was renewed, shortened or ended: within the
 * transaction that did that, which holds the product's account.
 */
export async function followProductPeriods(tx: Tx, renewed: Renewed): Promise<void> {
  const { productId } = renewed
  const terms = await findPeriodTerms(tx, productId)
  const given = await lockPeriod(tx, productId)
  if (terms && given) await updatePeriod(tx, productId, periodAfter(terms, given, renewed))
}

/** What was given for a period is for the product that begins in it, or that had not begun yet. */
function periodAfter(
  terms: PeriodTerms,
  { startsOn }: ProductPeriod,
  { began, at }: Renewed,
): ProductPeriod {
  const { valid, timeZone } = terms
  const beginning = startsOn.toZonedDateTime(timeZone).toInstant()
  const next = firstDayAfter(terms, startsOn).toZonedDateTime(timeZone).toInstant()
  if (isBefore(valid.start, next) || isBefore(at, began)) {
    return periodAt(terms, isBefore(beginning, valid.start) ? valid.start : beginning)
  }
  // It begins anew after that period, and is given nothing for the time between.
  return { startsOn, nextStartsAt: isBefore(valid.start, valid.end) ? valid.start : null }
}

function firstDayAfter({ period }: PeriodTerms, startsOn: Temporal.PlainDate) {
  return periodOn(period, startsOn, startsOn).nextOn
}

type Beginning = { readonly startsOn: Temporal.PlainDate; readonly at: Temporal.Instant }

async function beginPeriod(tx: Tx, terms: PeriodTerms, { startsOn, at }: Beginning): Promise<void> {
  const { productId, grant, unused } = terms
  const balance = await lockBalance(tx, productId)
  const left = unused === 'lapses' ? await findBalanceBefore(tx, productId, at) : nothing
  // No more than what there is, so that what was parked meanwhile is paid of the old and the new.
  const lapsed = amount(Math.min(left, balance + grant))
  const lapse = { change: difference(nothing, lapsed), step: `lapse ${startsOn}`, at }
  const given = { change: grant, step: `grant ${startsOn}`, at }
  const order = lapsed <= balance ? [lapse, given] : [given, lapse]
  // oxlint-disable-next-line no-await-in-loop -- the ledger has an order.
  for (const each of order) await move(tx, terms, each)
}

type Move = { readonly change: Amount; readonly step: string; readonly at: Temporal.Instant }

async function move(tx: Tx, { productId }: PeriodTerms, { change, step, at }: Move): Promise<void> {
  if (change === 0) return
  const cause = { kind: 'grant', id: productId, step } as const
  await changeBalance(tx, { productId, against: 'grants', change, cause, at })
}

function periodAt({ period, valid, timeZone }: PeriodTerms, at: Temporal.Instant): ProductPeriod {
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate()
  const { startsOn, nextOn } = periodOn(period, dayOf(at), dayOf(valid.start))
  const nextStartsAt = nextOn.toZonedDateTime(timeZone).toInstant()
  return { startsOn, nextStartsAt: isBefore(nextStartsAt, valid.end) ? nextStartsAt : null }
}

/** Gives every product whose next period has begun what it gives, each in a transaction of its own. */
export async function grantPeriods({ db, now }: Pick<World, 'db' | 'now'>): Promise<void> {
  const at = now()
  const failures: unknown[] = []
  let due: string[]
  do {
    // oxlint-disable-next-line no-await-in-loop -- what is done is due no more.
    due = await listDueProducts(db, at, productsAtATime)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, beside everything else.
    for (const productId of due) await grantOne(db, { productId, at }, failures)
  } while (due.length === productsAtATime && failures.length === 0)
  if (failures.length > 0) throw new AggregateError(failures, 'some periods were not granted')
}

/** One product's trouble keeps no other waiting. */
async function grantOne(
  db: Database,
  due: { readonly productId: string; readonly at: Temporal.Instant },
  failures: unknown[],
): Promise<void> {
  try {
    await db.transaction().execute((tx) => grantPeriod(tx, due))
  } catch (error) {
    failures.push(error)
  }
}
