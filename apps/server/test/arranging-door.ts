/**
 * The second door of the server under test, on this machine only: it moves the clock, brings
 * residents whom no other journey knows, and hands out the post. `e2e/support/town.ts` knocks on it.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { units } from '@2park/domain/amount'
import type { Interval } from '@2park/domain/interval'
import { productKinds } from '@2park/domain/product-kind'
import { z } from 'zod'
import type { Database } from '#database/database.ts'
import { arrangeHistory, arrangeResident, type Given } from './arrange.ts'
import type { ReceivedMail } from './mail-reader.ts'
import type { MovingClock } from './moving-clock.ts'

type Arranged = {
  readonly db: Database
  readonly clock: MovingClock
  /** Sends what is due, and answers every mail that came to this address. */
  readonly mailsTo: (email: string) => Promise<ReceivedMail[]>
}
type Arrange = (world: Arranged, body: unknown) => object | Promise<object>

const arranges: Readonly<Record<string, Arrange>> = {
  '/clock': ({ clock }, body) => {
    const { at } = z.object({ at: z.string() }).parse(body)
    clock.set(Temporal.Instant.from(at))
    return { now: clock.now().toString() }
  },
  '/clock/passes': ({ clock }, body) => {
    const { hours, minutes } = Duration.parse(body)
    clock.set(clock.now().add({ hours, minutes }))
    return { now: clock.now().toString() }
  },
  '/residents': async ({ db, clock }, body) => {
    const { blocked, validity, parkedOnDays = 0, ...given } = Resident.parse(body)
    const now = clock.now()
    // What JSON leaves out is absent, and never undefined.
    const held = {
      ...(blocked && { blockedAt: now }),
      ...(validity && { valid: aMonth(validity, now) }),
    }
    const asked = { ...given, ...held } as Given
    const resident = await arrangeResident(db, now, asked)
    if (parkedOnDays > 0) await arrangeHistory(db, now, { ...resident, days: parkedOnDays })
    return resident
  },
  '/mails': async ({ mailsTo }, body) => {
    const { to } = z.object({ to: z.string() }).parse(body)
    return { mails: await mailsTo(to) }
  },
}

const Duration = z.strictObject({ hours: z.int().default(0), minutes: z.int().default(0) })

/** As `ResidentGiven` of `e2e/support/town.ts`. */
const Resident = z.strictObject({
  kind: z.enum(productKinds).optional(),
  plates: z.array(z.string()).optional(),
  rightsBought: z.int().positive().optional(),
  locations: z.record(z.string(), z.string()).optional(),
  unit: z.enum(units).optional(),
  balance: z.int().nonnegative().optional(),
  blocked: z.boolean().optional(),
  validity: z.enum(['upcoming', 'expired']).optional(),
  names: z
    .strictObject({
      product: z.string(),
      municipality: z.string(),
      area: z.string(),
      email: z.string(),
    })
    .partial()
    .optional(),
  delegations: z.enum(['plateOptional', 'plateRequired']).optional(),
  parkedOnDays: z.int().positive().optional(),
  balancePeriod: z.enum(['month', 'quarter', 'year', 'productYear']).optional(),
  topUps: z
    .strictObject({
      options: z.array(z.strictObject({ priceCents: z.int(), gives: z.int() })),
      cap: z.strictObject({ counts: z.enum(['price', 'balance']), most: z.int() }).optional(),
    })
    .optional(),
  rules: z
    .strictObject({
      endOfDayDeactivation: z.boolean(),
      extensionAllowed: z.boolean(),
      maxDurationSeconds: z.int(),
      maxConcurrent: z.int(),
      maxDaysAhead: z.int(),
    })
    .partial()
    .optional(),
  frame: z
    .strictObject({
      fromMinute: z.int(),
      untilMinute: z.int(),
      rightPossible: z.boolean(),
      longestStayMinutes: z.int(),
      leastInterruptionMinutes: z.int(),
    })
    .partial()
    .optional(),
})

/** It begins, or ended, a week from now. */
function aMonth(validity: 'upcoming' | 'expired', now: Temporal.Instant): Interval {
  const aWeek = { hours: 7 * 24 }
  const length = { hours: 30 * 24 }
  if (validity === 'upcoming') return { start: now.add(aWeek), end: now.add(aWeek).add(length) }
  return { start: now.subtract(aWeek).subtract(length), end: now.subtract(aWeek) }
}

export function buildArrangingDoor(world: Arranged): Server {
  return createServer(async (request, response) => {
    try {
      const answer = await arrange(world, request)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      response.writeHead(400).end(String(error))
    }
  })
}

async function arrange(world: Arranged, request: IncomingMessage): Promise<object> {
  const asked = arranges[request.url ?? '']
  if (!asked) throw new Error(`Nothing to arrange at ${request.url}.`)
  return asked(world, await json(request))
}
