/** What parking would cost and whether it may, worked out without any effect (F4, G5). */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { CalendarDate, Id, Instant, PlateInput, UnitAmount } from './fields.ts'
import { refusals } from './problems.ts'

const Stretch = z.object({ start: Instant, end: Instant })

/** One line of a price: the part of the parking session that lies in one time frame of one day. */
export const PriceLine = z.object({
  start: Instant,
  end: Instant,
  paidSeconds: z.int(),
  amount: UnitAmount,
  /** Whether the maximum of the day made it less than its minutes would cost. */
  capped: z.boolean(),
})

/** The lines add up to the total, to the cent. */
export const Price = z.object({
  total: UnitAmount,
  paidSeconds: z.int(),
  lines: z.array(PriceLine),
})

/** A request that would be accepted as it stands. `start` is absent where it means now. */
export const Alternative = z.object({
  kind: z.enum(['shorter', 'later', 'now', 'extendExisting']),
  /** The parking session to extend, where `kind` is `extendExisting`. */
  parkingSessionId: z.optional(Id),
  start: z.optional(Instant),
  /** Absent where it stays open. */
  end: z.optional(Instant),
  /** From when until when the plate would be parked. */
  during: Stretch,
  price: UnitAmount,
  /** What would leave the balance: less than the price where part of it was paid before. */
  charge: UnitAmount,
  balanceAfter: UnitAmount,
})

export const Reason = z.object({
  code: z.enum(refusals),
  title: z.string(),
  detail: z.string(),
})

/** The day as a strip: stretches without a gap from midnight to midnight, paid or free. */
export const DayStrip = z.object({
  date: CalendarDate,
  stretches: z.array(z.object({ start: Instant, end: Instant, paid: z.boolean() })),
})

export const Quote = z.object({
  /** The server's clock when it worked this out. */
  asOf: Instant,
  outcome: z.enum(['accepted', 'refused']),
  /** Absent where what was asked is no stretch of time. */
  during: z.optional(Stretch),
  /** Absent, with the two below, where it can't be priced: it begins in the past or too far ahead. */
  price: z.optional(Price),
  charge: z.optional(UnitAmount),
  balanceAfter: z.optional(UnitAmount),
  balance: UnitAmount,
  /** What the balance lacks for it; zero where it suffices. */
  shortfall: UnitAmount,
  /** Whether the end asked for was brought back to the end of the day's paid hours (G1). */
  cutToPaidHours: z.boolean(),
  /** Whether it has no end, and lasts until it is stopped or its product is over (H1). */
  openEnded: z.boolean(),
  /** Where parking is free at the start: the moment the paid hours begin. */
  freeUntil: z.optional(Instant),
  reasons: z.array(Reason),
  alternatives: z.array(Alternative),
  days: z.array(DayStrip),
})

/**
 * Absent start is now (F2). Absent end is the end of the start's day (F3); for a temporary plate it is
 * open (H1).
 */
export const ParkingRequest = z.strictObject({
  plate: PlateInput,
  /** Where, of a product with locations: one of those (O2). It may be left out where there is one. */
  location: z.optional(Id),
  start: z.optional(Instant),
  end: z.optional(Instant),
})

export const quoteEndpoints = endpoints({
  'POST /products/{productId}/quotes': {
    summary: 'What a new parking session would cost, and whether it would be accepted. No effect.',
    tag: 'quotes',
    params: z.object({ productId: Id }),
    body: z.extend(ParkingRequest, { plate: z.optional(PlateInput) }),
    response: Quote,
    status: 200,
    problems: ['sessionsNotOffered', 'locationMissing', 'locationNotOffered'],
  },
  'POST /parking-sessions/{parkingSessionId}/quotes': {
    summary: 'What a parking session would cost with another end; without one: if stopped now.',
    tag: 'quotes',
    params: z.object({ parkingSessionId: Id }),
    body: z.strictObject({ end: z.optional(Instant) }),
    response: Quote,
    status: 200,
    problems: ['sessionEnded', 'notBegun'],
  },
})
