/**
 * A whole list of the history as a sheet: the names of its columns, and its rows, read as they are
 * asked for. Moments are told by the municipality's clock, amounts as bare numbers to reckon with.
 */
import type { Language } from '@2park/contract/language'
import type { Unit } from '@2park/domain/amount'
import { displayPlate, type Plate } from '@2park/domain/plate'
import type { Product } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import { placeAt } from './cursor.ts'
import { everyRow } from './pages.ts'
import { presentEndedSession, presentTransaction } from './presentation.ts'
import { listEndedSessions, type Whose } from './sessions.queries.ts'
import { words } from './sheet-words.ts'
import { listTransactions } from './transactions.queries.ts'

export type Sheet = {
  readonly name: string
  readonly head: readonly string[]
  /** Which column says how much. */
  readonly amount: number
  readonly rows: AsyncIterable<readonly string[]>
}

type Wanted = {
  readonly product: Pick<Product, 'id' | 'kind' | 'unit' | 'organisation'>
  readonly whose: Whose
  readonly language: Language
}

type Reading = Pick<World, 'db' | 'now'>

export function sheetOfSessions({ db, now: clock }: Reading, wanted: Wanted): Sheet {
  const { product, whose, language } = wanted
  const say = words[language]
  const cell = cellsOf(wanted)
  const now = clock()
  // Elsewhere every row would say the same.
  const isPrepaid = product.kind === 'prepaid'
  const rows = everyRow((before) => listEndedSessions(db, whose, { before, size: 'readAtOnce' }), {
    first: placeAt(now),
    placeAfter: ({ endsAt: at, id }) => ({ at, id }),
  })
  async function* lines() {
    for await (const row of rows) {
      const session = presentEndedSession(row, product, now)
      const { plate, favouriteName = '', start, end, cost, startedBy = '' } = session
      const what = [cell.plate(plate), favouriteName, cell.at(start), cell.at(end)]
      const where = isPrepaid ? [session.location ?? ''] : []
      yield [...what, cell.amount(cost.value), ...where, startedBy]
    }
  }
  const cost = `${say.cost} (${say.units[product.unit]})`
  const where = isPrepaid ? [say.location] : []
  const head = [say.plate, say.name, say.start, say.end, cost, ...where, say.parkedBy]
  return { name: say.sessions, head, amount: head.indexOf(cost), rows: lines() }
}

/** Before every number there is. */
const afterTheLast = Number.MAX_SAFE_INTEGER

export function sheetOfTransactions({ db, now: clock }: Reading, wanted: Wanted): Sheet {
  const { product, language } = wanted
  const say = words[language]
  const cell = cellsOf(wanted)
  const now = clock()
  const rows = everyRow(
    (before: number) => listTransactions(db, product.id, { before, size: 'readAtOnce' }),
    { first: afterTheLast, placeAfter: ({ number }) => number },
  )
  async function* lines() {
    for await (const row of rows) {
      const { kind, plate, at, amount, balanceAfter } = presentTransaction(row, product, now)
      const [moved, left] = [cell.amount(amount.value), cell.amount(balanceAfter.value)]
      yield [say.kinds[kind], cell.plate(plate), cell.at(at), moved, left]
    }
  }
  const unit = say.units[product.unit]
  const amount = `${say.amount} (${unit})`
  const head = [say.what, say.plate, say.when, amount, `${say.balanceAfter} (${unit})`]
  return { name: say.transactions, head, amount: head.indexOf(amount), rows: lines() }
}

function cellsOf({ product, language }: Wanted) {
  const { unit, organisation } = product
  return {
    plate: (plate: Plate | undefined) => (plate ? displayPlate(plate) : ''),
    /** "2026-03-02 11:00": sorts as it reads, and a spreadsheet takes it for a moment. */
    at: (instant: string) => {
      const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(organisation.timeZone)
      return `${moment.toPlainDate()} ${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`
    },
    amount: (value: number) => numberText(value, unit, language),
  }
}

/** Euros, minutes or actions. Of a minute that was begun all counts. */
function numberText(value: number, unit: Unit, language: Language): string {
  if (unit === 'count') return String(value)
  if (unit === 'time') return String(Math.sign(value) * Math.ceil(Math.abs(value) / 60))
  const euros = (value / 100).toFixed(2)
  return language === 'nl' ? euros.replace('.', ',') : euros
}
