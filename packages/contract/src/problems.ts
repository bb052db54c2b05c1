/**
 * Every "no" of the API, with the HTTP status it travels as, in one list that the server, the texts
 * in both languages and the reference pages must cover completely.
 *
 * A refusal is an answer and not an error: the rules of parking say no, and it comes with reasons
 * and alternatives. The other problems are about the request itself, or about us.
 */

import type { Reason } from '@2park/domain/decision'

/** What `decide` says no with, the weightiest first. */
const reasons = [
  'blocked',
  'expired',
  'revoked',
  'plateNotAllowed',
  'bookedByAnother',
  'sessionEnded',
  'extensionNotAllowed',
  'startInPast',
  'endBeforeStart',
  'endNotLater',
  'tooFarAhead',
  'validity',
  'noRightPossible',
  'endOfDay',
  'maxDuration',
  'tooSoonAgain',
  'plateAlreadyParked',
  'maxConcurrent',
  'balance',
] as const satisfies readonly Reason[]

/** About how one signs in beside the password. */
const secondFactorRefusals = [
  'passwordNeeded',
  'passwordWrong',
  'codeWrong',
  'secondStepOver',
  'authenticatorAppExists',
  'authenticatorAppUnreadable',
  'noSecondFactor',
  'passkeyNotAdded',
  'tooManyPasskeys',
] as const
export type SecondFactorRefusal = (typeof secondFactorRefusals)[number]

/** About personal access tokens. */
const accessTokenRefusals = ['tooManyAccessTokens', 'tokenDayLimit'] as const
export type AccessTokenRefusal = (typeof accessTokenRefusals)[number]

/** The rules of parking say no: 409, nothing has changed, and often something else would be accepted. */
export const refusals = [
  ...reasons,
  'sessionsNotOffered',
  'locationMissing',
  'locationNotOffered',
  'plateSwitchNotOffered',
  'notBegun',
  'alreadyBegun',
  'favouriteExists',
  'tooManyFavourites',
  'linkUsed',
  'linkSuperseded',
  'linkExpired',
  'linkOfSomeoneElse',
  'accountExists',
  'resetLinkInvalid',
  'emailLinkInvalid',
  'emailTaken',
  'sessionsNotEnded',
  'topUpUnderWay',
  'proofNotAccepted',
  'productUsable',
  'productInUse',
  'delegationNotOffered',
  'delegateIsHolder',
  'alreadyDelegated',
  'plateRequired',
  'allotmentTooHigh',
  'wholeBalanceShared',
  'tooManyDelegations',
  'delegationAccepted',
  'delegationRevoked',
  'delegationExpired',
  ...secondFactorRefusals,
  ...accessTokenRefusals,
  'topUpNotOffered',
  'topUpCap',
  'topUpsUnfinished',
  'topUpEnded',
  'pushServiceUnknown',
  'stopNotUndoable',
  'productLinked',
  'productEnded',
  'holderUnknown',
] as const
export type RefusalCode = (typeof refusals)[number]

const others = {
  invalid: 400,
  signInFailed: 401,
  secondFactorNeeded: 401,
  passkeyRefused: 401,
  notSignedIn: 401,
  signedOutIdle: 401,
  signInExpired: 401,
  signInStolen: 401,
  tokenNotAccepted: 401,
  originNotAllowed: 403,
  tokenScope: 403,
  notFound: 404,
  linkUnknown: 404,
  methodNotAllowed: 405,
  changedMeanwhile: 412,
  bodyTooLarge: 413,
  mediaTypeNotSupported: 415,
  idempotencyKeyReused: 422,
  tooManyRequests: 429,
  fault: 500,
  outage: 503,
} as const

export type ProblemCode = RefusalCode | keyof typeof others

/** The HTTP status of each; what the rules say no to is a conflict with how things stand (409). */
export const statusOf: Readonly<Record<ProblemCode, number>> = {
  ...(Object.fromEntries(refusals.map((code) => [code, 409])) as Record<RefusalCode, number>),
  ...others,
}

export const problemCodes = Object.keys(statusOf) as [ProblemCode, ...ProblemCode[]]

/** The `type` of RFC 9457: a name that stays the same, whatever the text says. */
export function problemType(code: ProblemCode): string {
  return `urn:2park:problem:${code}`
}
