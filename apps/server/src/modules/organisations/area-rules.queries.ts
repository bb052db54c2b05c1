/** Reads all that prices parking in one area: its regulations, and its municipality's fares and days. */
import { decimal } from '@2park/domain/decimal'
import { invariant } from '@2park/domain/invariant'
import type {
  AreaRules,
  DateRange,
  Fare,
  Regulation,
  TimeFrame,
  Weekday,
} from '@2park/domain/regulation'
import { statement, type Bound } from '#database/database.ts'

/** Asks one statement: on a connection of its own, or within a transaction. */
export type Ask = <Row extends object>(bound: Bound<Row>) => Promise<readonly Row[]>

type Dates = { readonly from: string; readonly until: string | null }

type Row = {
  readonly timeZone: string
  readonly paidMinutesCount: AreaRules['paidMinutesCount']
  readonly regulations: readonly {
    readonly during: Dates
    readonly code: string
    readonly valid: Dates
    readonly maximumPerDay: string | null
    readonly timeFrames: readonly FrameRow[]
  }[]
  readonly fares: readonly {
    readonly code: string
    readonly parts: readonly {
      readonly valid: Dates
      readonly fromMinute: number
      readonly untilMinute: number | null
      readonly stepMinutes: number
      readonly amountPerStep: string
    }[]
  }[]
  readonly specialDays: readonly { readonly date: string; readonly name: string }[]
}

type FrameRow = {
  readonly weekday: Weekday | null
  readonly specialDay: string | null
  readonly valid: Dates
  readonly fromMinute: number
  readonly untilMinute: number
  readonly rightPossible: boolean
  readonly fareCode: string | null
  readonly longestStayMinutes: number | null
  readonly leastInterruptionMinutes: number | null
}

const dates = (range: string) =>
  `json_build_object('from', lower(${range}), 'until', upper(${range}))`

// Amounts travel as text: a JSON number would be a binary fraction.
const areaRules = statement<Row>(
  'rules of area',
  `select organisation.time_zone as "timeZone",
          area.paid_minutes_count as "paidMinutesCount",
          array(
            select json_build_object(
                     'during', ${dates('area_regulation.valid')},
                     'code', regulation.code,
                     'valid', ${dates('regulation.valid')},
                     'maximumPerDay', regulation.maximum_per_day::text,
                     'timeFrames', array(
                       select json_build_object(
                                'weekday', weekday,
                                'specialDay', special_day,
                                'valid', ${dates('valid')},
                                'fromMinute', from_minute,
                                'untilMinute', until_minute,
                                'rightPossible', right_possible,
                                'fareCode', fare_code,
                                'longestStayMinutes', longest_stay_minutes,
                                'leastInterruptionMinutes', least_interruption_minutes)
                         from time_frames
                        where regulation_id = regulation.id
                        order by position))
              from area_regulations as area_regulation
              join regulations as regulation on regulation.id = area_regulation.regulation_id
             where area_regulation.area_id = area.id
               and area_regulation.usage = coalesce(
                     (select usage
                        from area_regulations
                       where area_id = area.id and usage = $2::area_usage
                       limit 1),
                     case $2::area_usage when 'paid' then 'visitors' else 'paid' end::area_usage)
             order by lower(area_regulation.valid) desc) as "regulations",
          array(
            select json_build_object(
                     'code', fare.code,
                     'parts', array(
                       select json_build_object(
                                'valid', ${dates('valid')},
                                'fromMinute', from_minute,
                                'untilMinute', until_minute,
                                'stepMinutes', step_minutes,
                                'amountPerStep', amount_per_step::text)
                         from fare_parts
                        where fare_id = fare.id
                        order by position))
              from fares as fare
             where fare.organisation_id = area.organisation_id) as "fares",
          array(
            select json_build_object('date', on_date, 'name', name)
              from special_days
             where organisation_id = area.organisation_id) as "specialDays"
     from areas as area
     join organisations as organisation on organisation.id = area.organisation_id
    where area.id = $1`,
)

/** For whom an area's rules are: visitors of who lives there, or who pays in the street. */
export type AreaUsage = 'visitors' | 'paid'

/** Those for one usage; where the municipality made none for it, those for the other. */
export async function getAreaRules(ask: Ask, areaId: string, usage: AreaUsage): Promise<AreaRules> {
  const [row] = await ask(areaRules(areaId, usage))
  invariant(row !== undefined, `no area ${areaId}`)
  return {
    timeZone: row.timeZone,
    paidMinutesCount: row.paidMinutesCount,
    regulations: row.regulations.map((each) => ({
      valid: toRange(each.during),
      regulation: toRegulation(each),
    })),
    fares: row.fares.map(toFare),
    specialDays: row.specialDays.map(({ date, name }) => ({
      date: Temporal.PlainDate.from(date),
      name,
    })),
  }
}

function toRegulation(row: Row['regulations'][number]): Regulation {
  return {
    code: row.code,
    valid: toRange(row.valid),
    timeFrames: row.timeFrames.map(toTimeFrame),
    ...(row.maximumPerDay !== null && { maximumPerDay: decimal(row.maximumPerDay) }),
  }
}

function toTimeFrame(row: FrameRow): TimeFrame {
  const { weekday, specialDay, fareCode, longestStayMinutes, leastInterruptionMinutes } = row
  return {
    // The table has one of the two, by a constraint.
    day: weekday === null ? { specialDay: specialDay ?? '' } : { weekday },
    valid: toRange(row.valid),
    fromMinute: row.fromMinute,
    untilMinute: row.untilMinute,
    rightPossible: row.rightPossible,
    ...(fareCode !== null && { fareCode }),
    ...(longestStayMinutes !== null && { longestStayMinutes }),
    ...(leastInterruptionMinutes !== null && { leastInterruptionMinutes }),
  }
}

function toFare({ code, parts }: Row['fares'][number]): Fare {
  return {
    code,
    parts: parts.map(({ valid, fromMinute, untilMinute, stepMinutes, amountPerStep }) => ({
      valid: toRange(valid),
      fromMinute,
      ...(untilMinute !== null && { untilMinute }),
      stepMinutes,
      amountPerStep: decimal(amountPerStep),
    })),
  }
}

function toRange({ from, until }: Dates): DateRange {
  return {
    from: Temporal.PlainDate.from(from),
    ...(until !== null && { until: Temporal.PlainDate.from(until) }),
  }
}
