/**
 * Makes fares of the sets TARIEFBEREKENING (the fare's name) and TARIEFDEEL (its parts).
 *
 * The parts of a fare that start on the same date are a version of it. A version is taken whole or
 * rejected whole, because a fare with a part missing would charge something nobody decided. Dumps
 * that lost their dates mix the versions of years: such a fare is taken only if all rows of a part
 * say the same.
 */
import type { Decimal } from './decimal.ts'
import { bandsOn } from './fare.ts'
import {
  eurosIn,
  knownValidityIn,
  optionalTextIn,
  readRows,
  sift,
  textIn,
  unreadable,
  validityIn,
  wholeIn,
  type Entry,
  type RegisterRow,
  type Rejected,
  type Source,
} from './register-row.ts'
import type { DateRange, Fare, FarePart } from './regulation.ts'

export type RegisterFare = Fare & { readonly description: string }

type Header = { readonly code: string; readonly description: string; readonly valid: DateRange }

type Part = {
  readonly code: string
  readonly valid: DateRange | undefined
  readonly fromMinute: number
  /** Undefined where the dump has no end durations: then the next part's start is the end. */
  readonly untilMinute: number | undefined
  readonly stepMinutes: number
  readonly amountPerStep: Decimal
}

type Version = readonly Entry<Part>[]

/** How the register writes the end of a part that has none. */
const openEnd = 999_999

export function importFares(headerRows: Source, partRows: Source) {
  const headers = readRows(headerRows, readHeader)
  const parts = readRows(partRows, readPart)
  const codes = new Set(headers.kept.map(({ value }) => value.code))
  const known = sift(parts.kept, ({ value }) =>
    codes.has(value.code) ? undefined : `unknown fare code: ${value.code}`,
  )
  const byCode = Map.groupBy(known.kept, ({ value }) => value.code)
  const built = [...codes].map((code) =>
    buildFare(
      headers.kept.filter(({ value }) => value.code === code),
      byCode.get(code) ?? [],
    ),
  )
  return {
    codes,
    fares: built.flatMap(({ fare }) => fare ?? []),
    rejected: [
      ...headers.rejected,
      ...parts.rejected,
      ...known.rejected,
      ...built.flatMap(({ rejected }) => rejected),
    ],
  }
}

function readHeader(row: RegisterRow): Header {
  const code = textIn(row, 'farecalculationcode')
  const description = optionalTextIn(row, 'farecalculationdesc') ?? code
  return { code, description, valid: knownValidityIn(row, ['startdatefare', 'enddatefare']) }
}

function readPart(row: RegisterRow): Part {
  const fromMinute = wholeIn(row, 'startdurationfarepart')
  const untilMinute =
    optionalTextIn(row, 'enddurationfarepart') === undefined
      ? undefined
      : wholeIn(row, 'enddurationfarepart')
  const stepMinutes = wholeIn(row, 'stepsizefarepart')
  if (stepMinutes === 0) return unreadable('stepsizefarepart is 0')
  if (untilMinute !== undefined && untilMinute <= fromMinute)
    return unreadable(`ends before it begins: ${fromMinute} to ${untilMinute}`)
  return {
    code: textIn(row, 'farecalculationcode'),
    valid: validityIn(row, ['startdatefarepart', 'enddatefarepart']),
    fromMinute,
    untilMinute,
    stepMinutes,
    amountPerStep: eurosIn(row, 'amountfarepart'),
  }
}

/** Version by version, the oldest first: a later one may replace a part and leave the others. */
function buildFare(headers: readonly Entry<Header>[], entries: readonly Entry<Part>[]) {
  const [header] = headers
  if (!header) return { fare: undefined, rejected: [] }
  const { code, description, valid } = header.value
  const versions = Map.groupBy(entries, ({ value }) => String((value.valid ?? valid).from))
  const parts: FarePart[] = []
  const rejected: Rejected[] = []
  for (const [, version] of [...versions].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const read = partsOf(version, valid)
    const reason = isAmbiguous(version)
      ? 'one of several versions of this fare that nothing tells apart'
      : reasonAgainst(read, parts)
    if (reason === undefined) parts.push(...read)
    rejected.push(...sift(version, () => reason).rejected)
  }
  if (parts.length > 0) return { fare: { code, description, parts }, rejected }
  return {
    fare: undefined,
    rejected: [...rejected, ...sift(headers, () => 'has no part').rejected],
  }
}

/** Rows that say the same twice over are one version, if they do so for every part alike. */
function isAmbiguous(version: Version): boolean {
  const rowsOf = [...Map.groupBy(version, ({ value }) => value.fromMinute).values()]
  const differ = rowsOf.some((rows) => rows.some(({ value }) => !saysSame(value, rows[0]?.value)))
  return differ || rowsOf.some(({ length }) => length !== rowsOf[0]?.length)
}

function saysSame(a: Part, b: Part | undefined): boolean {
  return (
    a.untilMinute === b?.untilMinute &&
    a.stepMinutes === b?.stepMinutes &&
    a.amountPerStep === b.amountPerStep &&
    a.valid?.until?.toString() === b.valid?.until?.toString()
  )
}

function partsOf(version: Version, validOfFare: DateRange): FarePart[] {
  const starts = [...new Set(version.map(({ value }) => value.fromMinute))].toSorted(
    (a, b) => a - b,
  )
  return starts.flatMap((start, index) => {
    const value = version.find((entry) => entry.value.fromMinute === start)?.value
    return value ? [partOf(value, starts[index + 1], validOfFare)] : []
  })
}

function partOf(part: Part, nextStart: number | undefined, validOfFare: DateRange): FarePart {
  const { fromMinute, stepMinutes, amountPerStep } = part
  const untilMinute = part.untilMinute ?? nextStart ?? openEnd
  const valid = part.valid ?? validOfFare
  return {
    valid,
    fromMinute,
    stepMinutes,
    amountPerStep,
    ...(untilMinute !== openEnd && { untilMinute }),
  }
}

function reasonAgainst(version: readonly FarePart[], older: readonly FarePart[]) {
  const [first] = version
  const chains = first && bandsOn({ parts: [...older, ...version] }, first.valid.from)
  return chains ? undefined : `the parts of this fare do not chain from 0 to ${openEnd}`
}
