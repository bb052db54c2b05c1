/** What is held about somebody, to take along; and going away (GDPR 15, 17 and 20). */
import { z } from 'zod/mini'
import { AccessToken } from './access-tokens.ts'
import { OwnAccount } from './accounts.ts'
import { BalanceAlarm } from './balance-alarms.ts'
import { DelegationState } from './delegations.ts'
import { endpoints } from './endpoint.ts'
import { Id, Instant, Plate, UnitAmount } from './fields.ts'
import { Notifications } from './notifications.ts'
import { Passkey } from './passkeys.ts'
import { Password } from './passwords.ts'
import { SecondFactor } from './second-factor.ts'
import { SignIn } from './sign-ins.ts'
import { TopUpState } from './top-ups.ts'

const HeldDelegation = z.object({
  id: Id,
  productId: Id,
  /** Where the invitation went; left out when it has been forgotten, thirteen weeks after the end. */
  email: z.optional(z.string()),
  state: DelegationState,
  plate: z.optional(Plate),
  /** What is left of the part that was given; absent where the whole balance is shared. */
  allotment: z.optional(UnitAmount),
  invitedAt: Instant,
  acceptedAt: z.optional(Instant),
  revokedAt: z.optional(Instant),
})

/** Everything held about an account, by what it is about. */
export const HeldData = z.object({
  asOf: Instant,
  account: z.extend(OwnAccount, {
    createdAt: Instant,
    passwordChangedAt: z.optional(Instant),
  }),
  signIns: z.array(SignIn),
  passkeys: z.array(Passkey),
  secondFactor: SecondFactor,
  accessTokens: z.array(AccessToken),
  notifications: Notifications,
  /** The browsers that get pushes, by the sign-in there, and by whose service. */
  pushSubscriptions: z.array(z.object({ signInId: Id, service: z.string(), createdAt: Instant })),
  startProductId: z.optional(Id),
  products: z.array(
    z.object({
      id: Id,
      name: z.string(),
      organisation: z.string(),
      location: z.string(),
      /** That it was issued for. */
      plates: z.array(Plate),
      validFrom: Instant,
      validUntil: Instant,
      balance: UnitAmount,
    }),
  ),
  /** Which plate of a resident product it held for when, for as long as that is kept. */
  activePlates: z.array(
    z.object({ productId: Id, plate: Plate, start: Instant, end: z.optional(Instant) }),
  ),
  parkingSessions: z.array(
    z.object({
      id: Id,
      productId: Id,
      /** Left out when it has been forgotten, thirteen weeks after the session ended. */
      plate: z.optional(Plate),
      location: z.optional(z.string()),
      start: Instant,
      end: Instant,
      cost: UnitAmount,
      deletedAt: z.optional(Instant),
    }),
  ),
  favourites: z.array(z.object({ productId: Id, plate: Plate, name: z.string() })),
  delegationsGiven: z.array(HeldDelegation),
  delegationsReceived: z.array(HeldDelegation),
  balanceAlarms: z.array(BalanceAlarm),
  topUps: z.array(
    z.object({
      id: Id,
      productId: Id,
      price: UnitAmount,
      gives: UnitAmount,
      state: TopUpState,
      createdAt: Instant,
    }),
  ),
  /** Every change of a balance, oldest first. */
  balanceChanges: z.array(
    z.object({
      productId: Id,
      cause: z.string(),
      amount: UnitAmount,
      balanceAfter: UnitAmount,
      occurredAt: Instant,
    }),
  ),
})

export const privacyEndpoints = endpoints({
  'GET /account/held-data': {
    summary: 'Everything that is held about who is signed in.',
    tag: 'account',
    response: HeldData,
    status: 200,
    problems: [],
  },
  'POST /account/_close': {
    summary: 'Close the account: address, password, favourites and sign-ins go for good.',
    tag: 'account',
    body: z.strictObject({ password: Password }),
    status: 204,
    problems: ['passwordWrong', 'tooManyRequests', 'sessionsNotEnded', 'topUpUnderWay'],
  },
})
