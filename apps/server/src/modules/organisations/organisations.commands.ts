/** Founding a municipality, and taking over its rules from the national parking register. */
import { randomUUIDv7 } from 'node:crypto'
import type { RegisterImport } from '@2park/domain/register-import'
import type { Database } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import {
  countRulesRevision,
  insertOrganisation,
  saveArea,
  saveFare,
  saveRegulation,
  saveSpecialDays,
  updateTwoPark,
  type Organisation,
} from './organisations.queries.ts'

export type NewOrganisation = Omit<Organisation, 'id'>

export async function foundOrganisation(db: Database, founded: NewOrganisation): Promise<string> {
  const id = randomUUIDv7()
  await db.transaction().execute((tx) => insertOrganisation(tx, { ...founded, id }))
  return id
}

/** Lets clients of the 2Park protocol in: its products are named by these three letters there. */
export async function openTwoPark(
  db: Database,
  organisationId: string,
  { code, at }: { readonly code: string; readonly at: Temporal.Instant },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateTwoPark(tx, organisationId, { code, isOpen: true })
    await recordChange(tx, { action: 'twoParkOpened', organisationId, at })
  })
}

/** From now on its products are not shown to those clients, and nothing is done with them there. */
export async function closeTwoPark(
  db: Database,
  organisationId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await updateTwoPark(tx, organisationId, { isOpen: false })
    await recordChange(tx, { action: 'twoParkClosed', organisationId, at })
  })
}

/** What the register says takes the place of what was there under the same codes. */
export async function loadRegister(
  db: Database,
  organisationId: string,
  register: RegisterImport,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ids = new Map<string, string>()
    for (const regulation of register.regulations) {
      ids.set(regulation.code, await saveRegulation(tx, organisationId, regulation))
    }
    for (const fare of register.fares) await saveFare(tx, organisationId, fare)
    for (const area of register.areas) {
      const regulations = forEachUsage(area).flatMap(({ regulationCode, ...when }) => {
        const regulationId = ids.get(regulationCode)
        return regulationId ? [{ ...when, regulationId }] : []
      })
      await saveArea(tx, organisationId, { code: area.code, name: area.name, regulations })
    }
    await saveSpecialDays(tx, organisationId, register.specialDays)
    await countRulesRevision(tx, organisationId)
  })
}

type Area = RegisterImport['areas'][number]

/** What the register calls each. */
const usages = { visitors: 'BEZOEKP', paid: 'BETAALDP' } as const

/** The rules for visitors, and those for who pays in the street. */
function forEachUsage({ regulations }: Area) {
  return (['visitors', 'paid'] as const).flatMap((usage) =>
    consecutive(regulations.filter((each) => each.usage === usages[usage])).map((version) =>
      Object.assign(version, { usage }),
    ),
  )
}

/** In order of their start, each until the next one: where two overlap, the later start holds. */
function consecutive(versions: Area['regulations']) {
  const ordered = versions.toSorted((a, b) => (isEarlier(a.valid.from, b.valid.from) ? -1 : 1))
  return ordered.flatMap(({ regulationCode, valid: { from, until } }, index) => {
    const next = ordered[index + 1]?.valid.from
    const end = next && (!until || isEarlier(next, until)) ? next : until
    if (end && !isEarlier(from, end)) return []
    return [{ regulationCode, valid: { from, ...(end && { until: end }) } }]
  })
}

function isEarlier(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}
