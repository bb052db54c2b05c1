/**
 * The rules of parking, each a question about what was asked, in the order of their weight.
 *
 * Every rule is asked, not only until the first that is broken: who corrects one thing should not
 * run into the next (G5). Only what can't be a session at all is judged no further.
 */
import { difference, nothing, type Amount } from './amount.ts'
import type { Asked } from './asked.ts'
import { contains, interval, isBefore, latest, overlaps, type Interval } from './interval.ts'
import {
  added,
  endOfPlanning,
  endOfRights,
  interruption,
  longestEnd,
  othersOfPlate,
} from './limits.ts'
import { endOfPaidHours } from './paid-hours.ts'
import { isSamePlate } from './plate.ts'
import { price, type Price } from './price.ts'
import { highestConcurrency, stateOf, type ParkingSession } from './session.ts'

type Rule = (asked: Asked) => boolean

/** Nothing about the time asked for can mend these. */
const standingRules = {
  blocked: ({ facts }) => facts.product.blocked,
  expired: ({ facts, now }) => !isBefore(now, facts.product.valid.end),
  revoked: ({ facts }) => facts.delegation?.revoked === true,
  plateNotAllowed: ({ facts, plate }) =>
    facts.delegation?.plate !== undefined && !isSamePlate(facts.delegation.plate, plate),
  bookedByAnother: ({ extended }) => extended?.byAnother === true,
  sessionEnded: ({ extended, now }) => extended !== undefined && stateOf(extended, now) === 'ended',
  extensionNotAllowed: ({ extended, facts }) =>
    extended !== undefined && !facts.rules.extensionAllowed,
} satisfies Record<string, Rule>

/** Whether it is a stretch of time, and one that we can look at. */
const momentRules = {
  startInPast: ({ extended, start, now }) => !extended && isBefore(start, now),
  endBeforeStart: ({ extended, start, end }) => !extended && !isBefore(start, end),
  endNotLater: ({ extended, from, end }) => extended !== undefined && !isBefore(from, end),
  tooFarAhead: (asked) =>
    isBefore(endOfPlanning(asked), asked.openEnded ? asked.start : latest(asked.start, asked.end)),
} satisfies Record<string, Rule>

/** Whether the product and its area let this stretch of time be parked. */
const stretchRules = {
  validity: (asked) =>
    !standingRules.expired(asked) && !contains(asked.facts.product.valid, added(asked)),
  // Limits on the end are for ends that are given (H4).
  noRightPossible: (asked) => !asked.openEnded && endOfRights(asked) !== undefined,
  endOfDay: ({ facts, start, end }) =>
    facts.rules.endOfDayDeactivation && isBefore(endOfPaidHours(facts.tariff, start), end),
  maxDuration: (asked) => {
    const longest = longestEnd(asked)
    return !asked.openEnded && longest !== undefined && isBefore(longest, asked.end)
  },
  tooSoonAgain: (asked) => othersOfPlate(asked).some((other) => isTooSoon(other, asked)),
  plateAlreadyParked: (asked) =>
    othersOfPlate(asked).some(({ during }) => overlaps(during, added(asked))),
  maxConcurrent: (asked) => {
    const { maxConcurrent } = asked.facts.rules
    const others = asked.others.map(({ during }) => during)
    return maxConcurrent !== undefined && highestConcurrency(others, added(asked)) >= maxConcurrent
  },
} satisfies Record<string, Rule>

export type Reason =
  | keyof typeof standingRules
  | keyof typeof momentRules
  | keyof typeof stretchRules
  | 'balance'

/** Whether it may be, and what it costs: the one judgement of requests and alternatives alike. */
export type Judgement =
  | { readonly outcome: 'accepted'; readonly priced: Priced }
  | {
      readonly outcome: 'refused'
      readonly reasons: readonly Reason[]
      /** Undefined where it is no stretch of time that could be parked. */
      readonly priced: Priced | undefined
    }

export type Priced = {
  readonly during: Interval
  readonly price: Price
  readonly charge: Amount
}

export function judge(asked: Asked): Judgement {
  const standing = brokenOf(standingRules, asked)
  const moments = brokenOf(momentRules, asked)
  if (moments.length > 0)
    return { outcome: 'refused', reasons: [...standing, ...moments], priced: undefined }

  const priced = priceOf(asked)
  const stretch = brokenOf(stretchRules, asked)
  const balance = priced.charge > asked.facts.balance ? (['balance'] as const) : []
  const reasons = [...standing, ...stretch, ...balance]
  return reasons.length > 0
    ? { outcome: 'refused', reasons, priced }
    : { outcome: 'accepted', priced }
}

/** An extension prices the whole session again, and charges what it differs from what was paid. */
function priceOf({ facts, start, end, extended }: Asked): Priced {
  const during = interval(start, end)
  const whole = price(facts.tariff, during)
  return { during, price: whole, charge: difference(whole.total, extended?.cost ?? nothing) }
}

/** The register's least time between two sessions of one plate, whichever is planned first. */
function isTooSoon(other: ParkingSession, asked: Asked): boolean {
  const { extended, from, end } = asked
  const isWithin = (earlierEnd: Temporal.Instant, laterStart: Temporal.Instant) =>
    !isBefore(laterStart, earlierEnd) &&
    earlierEnd.until(laterStart).total('seconds') < interruption(asked, other, laterStart)
  const isTooSoonAfter = !extended && isWithin(other.during.end, from)
  return isTooSoonAfter || isWithin(end, other.during.start)
}

function brokenOf<Name extends string>(rules: Record<Name, Rule>, asked: Asked): Name[] {
  const names = Object.keys(rules) as Name[]
  return names.filter((name) => rules[name](asked))
}
