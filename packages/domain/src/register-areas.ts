/** Makes areas of the sets GEBIED and GEBIED REGELING: which regulation holds there, for which use. */
import {
  knownValidityIn,
  optionalTextIn,
  readRows,
  sift,
  textIn,
  type Entry,
  type RegisterRow,
  type Source,
} from './register-row.ts'
import type { DateRange } from './regulation.ts'

export type RegisterArea = {
  readonly code: string
  readonly name: string
  readonly valid: DateRange
  readonly regulations: readonly AreaRegulation[]
}

/** One area may have a regulation for each usage at a time: BETAALDP is paid, BEZOEKP visitors. */
export type AreaRegulation = {
  readonly usage: string
  readonly regulationCode: string
  readonly valid: DateRange
}

export function importAreas(
  areaRows: Source,
  linkRows: Source,
  regulationCodes: ReadonlySet<string>,
) {
  const areas = readRows(areaRows, readArea)
  const links = readRows(linkRows, readLink)
  const codes = new Set(areas.kept.map(({ value }) => value.code))
  const known = sift(links.kept, ({ value: { area, regulation } }) => {
    if (!codes.has(area)) return `unknown area: ${area}`
    if (regulationCodes.has(regulation.regulationCode)) return undefined
    return `unknown regulation: ${regulation.regulationCode}`
  })
  const linksOf = Map.groupBy(known.kept, ({ value }) => value.area)
  return {
    areas: areas.kept.map(({ value }) => withRegulations(value, linksOf.get(value.code))),
    rejected: [...areas.rejected, ...links.rejected, ...known.rejected],
  }
}

function readArea(row: RegisterRow): Omit<RegisterArea, 'regulations'> {
  const code = textIn(row, 'areaid')
  const name = optionalTextIn(row, 'areadesc') ?? code
  return { code, name, valid: knownValidityIn(row, ['startdatearea', 'enddatearea']) }
}

type Link = { readonly area: string; readonly regulation: AreaRegulation }

function withRegulations(
  area: Omit<RegisterArea, 'regulations'>,
  links: readonly Entry<Link>[] = [],
): RegisterArea {
  return { ...area, regulations: links.map(({ value }) => value.regulation) }
}

function readLink(row: RegisterRow): Link {
  const validity = ['startdatearearegulation', 'enddatearearegulation'] as const
  return {
    area: textIn(row, 'areaid'),
    regulation: {
      usage: textIn(row, 'usageid'),
      regulationCode: textIn(row, 'regulationid'),
      valid: knownValidityIn(row, validity),
    },
  }
}
