/** Writes municipalities, and the rules that are read back by `area-rules.queries.ts`. */
import { randomUUIDv7 } from 'node:crypto'
import type { BrandTokens } from '@2park/domain/branding'
import { decimalToString } from '@2park/domain/decimal'
import type { RegisterImport } from '@2park/domain/register-import'
import type { DateRange, SpecialDay, TimeFrame } from '@2park/domain/regulation'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'
import type { AreaUsage } from './area-rules.queries.ts'
import type { Accessibility } from './accessibility.queries.ts'
import { addressOfLogo } from './logos.queries.ts'

export type Organisation = {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Where its arms or logo are, on this server. */
  readonly logo?: string
  /** The colours of its own. */
  readonly tokens?: BrandTokens
  readonly timeZone: string
  readonly helpdesk: { readonly name: string; readonly phone: string }
  /** Where it says how accessible it is. */
  readonly accessibility?: Accessibility
  /** Where its products are bought: E-Loket, P-Loket, … */
  readonly permitShopName: string
  /** Its three letters in the 2Park protocol, where it takes part in that. */
  readonly twoParkCode?: string
}

export async function insertOrganisation(tx: Tx, organisation: Organisation): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      time_zone: organisation.timeZone,
      helpdesk_name: organisation.helpdesk.name,
      helpdesk_phone: organisation.helpdesk.phone,
      permit_shop_name: organisation.permitShopName,
      two_park_code: organisation.twoParkCode ?? null,
      two_park_open: organisation.twoParkCode !== undefined,
      brand_tokens: organisation.tokens ? asJson(organisation.tokens) : null,
      accessibility_statement: organisation.accessibility?.statement ?? null,
      accessibility_email: organisation.accessibility?.email ?? null,
    })
    .execute()
}

/** An object as one value: the driver would write it as JSON too, but only where it knows the column. */
export function asJson(tokens: BrandTokens) {
  return sql<BrandTokens>`${JSON.stringify(tokens)}::jsonb`
}

export async function getOrganisation(db: Database | Tx, id: string): Promise<Organisation> {
  const row = await db
    .selectFrom('organisations')
    .select(['id', 'slug', 'name', 'time_zone', 'helpdesk_name', 'helpdesk_phone'])
    .select(['permit_shop_name', 'logo', 'brand_tokens'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    ...(row.logo !== null && { logo: addressOfLogo(row.logo) }),
    ...(row.brand_tokens !== null && { tokens: row.brand_tokens }),
    timeZone: row.time_zone,
    helpdesk: { name: row.helpdesk_name, phone: row.helpdesk_phone },
    permitShopName: row.permit_shop_name,
  }
}

export async function findOrganisationBySlug(
  db: Database,
  slug: string,
): Promise<{ readonly id: string; readonly permitShopName: string } | undefined> {
  return db
    .selectFrom('organisations')
    .select(['id', 'permit_shop_name as permitShopName'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** Whether clients of the 2Park protocol may come to it. */
export async function findTwoPark(db: Database, id: string): Promise<{ readonly isOpen: boolean }> {
  return db
    .selectFrom('organisations')
    .select('two_park_open as isOpen')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Open with its letters, or closed, and then it keeps those it had. */
export async function updateTwoPark(
  tx: Tx,
  id: string,
  { code, isOpen }: { readonly code?: string; readonly isOpen: boolean },
): Promise<void> {
  await tx
    .updateTable('organisations')
    .set({ two_park_open: isOpen, ...(code !== undefined && { two_park_code: code }) })
    .where('id', '=', id)
    .execute()
}

/** To be counted by whatever changes a price or a rule: processes keep rules by their revision. */
export async function countRulesRevision(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .updateTable('organisations')
    .set((eb) => ({ rules_revision: eb('rules_revision', '+', 1) }))
    .where('id', '=', organisationId)
    .execute()
}

type Regulation = RegisterImport['regulations'][number]
type Fare = RegisterImport['fares'][number]

/** A new regulation, or the new text of one that had the code. */
export async function saveRegulation(
  tx: Tx,
  organisationId: string,
  regulation: Regulation,
): Promise<string> {
  const { code, description, valid, maximumPerDay } = regulation
  const { id } = await tx
    .insertInto('regulations')
    .values({
      id: randomUUIDv7(),
      organisation_id: organisationId,
      code,
      description,
      valid: toRange(valid),
      maximum_per_day: maximumPerDay === undefined ? null : decimalToString(maximumPerDay),
    })
    .onConflict((conflict) =>
      conflict.constraint('regulation_code_once').doUpdateSet((eb) => ({
        description: eb.ref('excluded.description'),
        valid: eb.ref('excluded.valid'),
        maximum_per_day: eb.ref('excluded.maximum_per_day'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('time_frames').where('regulation_id', '=', id).execute()
  const frames = regulation.timeFrames.map((frame, position) => toFrameRow(frame, { id, position }))
  if (frames.length > 0) await tx.insertInto('time_frames').values(frames).execute()
  return id
}

function toFrameRow(frame: TimeFrame, { id, position }: { id: string; position: number }) {
  return {
    regulation_id: id,
    position,
    weekday: frame.day.weekday ?? null,
    special_day: frame.day.specialDay ?? null,
    valid: toRange(frame.valid),
    from_minute: frame.fromMinute,
    until_minute: frame.untilMinute,
    right_possible: frame.rightPossible,
    fare_code: frame.fareCode ?? null,
    longest_stay_minutes: frame.longestStayMinutes ?? null,
    least_interruption_minutes: frame.leastInterruptionMinutes ?? null,
    reset_minutes: frame.resetMinutes ?? null,
  }
}

export async function saveFare(tx: Tx, organisationId: string, fare: Fare): Promise<void> {
  const { code, description, parts } = fare
  const { id } = await tx
    .insertInto('fares')
    .values({ id: randomUUIDv7(), organisation_id: organisationId, code, description })
    .onConflict((conflict) =>
      conflict
        .constraint('fare_code_once')
        .doUpdateSet((eb) => ({ description: eb.ref('excluded.description') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('fare_parts').where('fare_id', '=', id).execute()
  if (parts.length === 0) return
  await tx
    .insertInto('fare_parts')
    .values(
      parts.map((part, position) => ({
        fare_id: id,
        position,
        valid: toRange(part.valid),
        from_minute: part.fromMinute,
        until_minute: part.untilMinute ?? null,
        step_minutes: part.stepMinutes,
        amount_per_step: decimalToString(part.amountPerStep),
      })),
    )
    .execute()
}

export async function saveSpecialDays(
  tx: Tx,
  organisationId: string,
  days: readonly SpecialDay[],
): Promise<void> {
  await tx.deleteFrom('special_days').where('organisation_id', '=', organisationId).execute()
  if (days.length === 0) return
  await tx
    .insertInto('special_days')
    .values(
      days.map(({ date, name }) => ({ organisation_id: organisationId, on_date: date, name })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type AreaWithRegulations = {
  readonly code: string
  readonly name: string
  /** Of each usage over dates that do not overlap. */
  readonly regulations: readonly {
    readonly regulationId: string
    readonly usage: AreaUsage
    readonly valid: DateRange
  }[]
}

export async function saveArea(
  tx: Tx,
  organisationId: string,
  { code, name, regulations }: AreaWithRegulations,
): Promise<void> {
  const { id } = await tx
    .insertInto('areas')
    .values({ id: randomUUIDv7(), organisation_id: organisationId, code, name })
    .onConflict((conflict) =>
      conflict
        .constraint('area_code_once')
        .doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('area_regulations').where('area_id', '=', id).execute()
  if (regulations.length === 0) return
  await tx
    .insertInto('area_regulations')
    .values(
      regulations.map(({ regulationId, usage, valid }) => ({
        area_id: id,
        regulation_id: regulationId,
        usage,
        valid: toRange(valid),
      })),
    )
    .execute()
}

function toRange({ from, until }: DateRange) {
  return sql<string>`daterange(${from.toString()}::date, ${until?.toString() ?? null}::date)`
}

export async function listAreas(
  db: Database,
  organisationId: string,
): Promise<{ readonly id: string; readonly code: string; readonly name: string }[]> {
  return db
    .selectFrom('areas')
    .select(['id', 'code', 'name'])
    .where('organisation_id', '=', organisationId)
    .orderBy('code')
    .limit(1000)
    .execute()
}
