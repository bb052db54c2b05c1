/** Parking sessions: starting and planning, extending, stopping, deleting, and lists by state. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Id, Instant, Plate, UnitAmount } from './fields.ts'
import { ParkingRequest } from './quotes.ts'

/** Follows from the interval and the clock; it is stored nowhere. */
export const SessionState = z.enum(['running', 'planned', 'ended'])

export const ParkingSession = z.object({
  id: Id,
  productId: Id,
  plate: Plate,
  /** The name of the favourite that the plate is, where it is one (I5). */
  favouriteName: z.optional(z.string()),
  /** Where it is parked, of a product with a choice of locations (O2). */
  location: z.optional(z.string()),
  start: Instant,
  /** Of one without an end: that of its product, until it is stopped. */
  end: Instant,
  /** Whether it was begun without an end and lasts until it is stopped (H1). */
  openEnded: z.optional(z.boolean()),
  state: SessionState,
  cost: UnitAmount,
  /** Whether its product lets it be extended (E3), by the one who booked it. */
  extendable: z.boolean(),
  /** The e-mail address of who parked, where that was not the holder (J, K4). */
  startedBy: z.optional(z.string()),
})

const SessionList = z.object({
  /** The server's clock when it answered: clients count down from it, not from their own. */
  asOf: Instant,
  parkingSessions: z.array(ParkingSession),
})

const SessionQuery = z.strictObject({
  state: z.optional(SessionState),
})

const SessionParams = z.object({ parkingSessionId: Id })

export const parkingSessionEndpoints = endpoints({
  'GET /products/{productId}/parking-sessions': {
    summary: 'The parking sessions of a product; without a state the running and planned ones.',
    tag: 'parking sessions',
    params: z.object({ productId: Id }),
    query: SessionQuery,
    response: SessionList,
    status: 200,
    problems: [],
  },
  'GET /parking-sessions': {
    summary:
      'The parking sessions of every product of the signed-in user, their delegates’ too (L1).',
    tag: 'parking sessions',
    query: SessionQuery,
    response: SessionList,
    status: 200,
    problems: [],
  },
  'POST /products/{productId}/parking-sessions': {
    summary: 'Start a parking session now, or plan one (F5). Its whole price is charged at once.',
    tag: 'parking sessions',
    params: z.object({ productId: Id }),
    body: ParkingRequest,
    response: ParkingSession,
    status: 201,
    problems: [
      'sessionsNotOffered',
      'locationMissing',
      'locationNotOffered',
      'blocked',
      'expired',
      'revoked',
      'plateNotAllowed',
      'validity',
      'startInPast',
      'endBeforeStart',
      'tooFarAhead',
      'noRightPossible',
      'endOfDay',
      'maxDuration',
      'tooSoonAgain',
      'plateAlreadyParked',
      'maxConcurrent',
      'balance',
    ],
  },
  'POST /parking-sessions/{parkingSessionId}/_extend': {
    summary: 'Give a running or planned parking session a later end (E3).',
    tag: 'parking sessions',
    params: SessionParams,
    body: z.strictObject({ end: Instant }),
    response: ParkingSession,
    status: 200,
    problems: [
      'sessionEnded',
      'extensionNotAllowed',
      'endNotLater',
      'blocked',
      'expired',
      'revoked',
      'bookedByAnother',
      'validity',
      'tooFarAhead',
      'noRightPossible',
      'endOfDay',
      'maxDuration',
      'plateAlreadyParked',
      'tooSoonAgain',
      'maxConcurrent',
      'balance',
    ],
  },
  'POST /parking-sessions/{parkingSessionId}/_stop': {
    summary: 'End a running parking session now; the unused cost comes back (E2).',
    tag: 'parking sessions',
    params: SessionParams,
    response: ParkingSession,
    status: 200,
    problems: ['sessionEnded', 'notBegun'],
  },
  'POST /parking-sessions/{parkingSessionId}/_resume': {
    summary:
      'Take back a stop within 15 seconds, or 125 for who asked for time: the session goes on, priced as if it never stopped.',
    tag: 'parking sessions',
    params: SessionParams,
    response: ParkingSession,
    status: 200,
    problems: [
      'stopNotUndoable',
      'sessionEnded',
      'revoked',
      'plateAlreadyParked',
      'tooSoonAgain',
      'maxConcurrent',
      'balance',
    ],
  },
  'DELETE /parking-sessions/{parkingSessionId}': {
    summary: 'Delete a planned parking session; its whole cost comes back (E4).',
    tag: 'parking sessions',
    params: SessionParams,
    status: 204,
    problems: ['alreadyBegun', 'sessionEnded'],
  },
})
