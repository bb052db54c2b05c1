/** Who changed what, and when. Never a plate: entries outlive the weeks that a plate may be kept. */
import { randomUUIDv7 } from 'node:crypto'
import type { Database, Tx } from '#database/database.ts'

export type Change = {
  readonly action:
    | 'signedIn'
    | 'signInFailed'
    | 'signedOut'
    | 'accountClosed'
    | 'accountDownloaded'
    | 'passwordResetAsked'
    | 'passwordChanged'
    | 'emailChangeAsked'
    | 'emailChanged'
    | 'accessTokenMade'
    | 'accessTokenRevoked'
    | 'favouriteAdded'
    | 'favouriteRemoved'
    | 'productLinked'
    | 'platesForgotten'
    | 'plateSwitched'
    | 'signInStolen'
    | 'signedOutElsewhere'
    | 'accountCreated'
    | 'delegationGiven'
    | 'delegationChanged'
    | 'delegationMailed'
    | 'delegationAccepted'
    | 'delegationRevoked'
    | 'delegationLeft'
    | 'delegationEnded'
    | 'authenticatorAppAdded'
    | 'authenticatorAppRemoved'
    | 'recoveryCodesRenewed'
    | 'recoveryCodeUsed'
    | 'codeRefused'
    | 'passkeyAdded'
    | 'passkeyRenamed'
    | 'passkeyRemoved'
    | 'passkeyRefused'
    | 'balanceAlarmSet'
    | 'balanceAlarmRemoved'
    | 'productRemoved'
    | 'pushesAsked'
    | 'pushesEnded'
    | 'topUpOrdered'
    | 'topUpPaid'
    | 'topUpEnded'
    | 'topUpMismatched'
    | 'topUpReturned'
    | 'historyMailed'
    | 'productIssued'
    | 'productChanged'
    | 'productBlocked'
    | 'productUnblocked'
    | 'productEnded'
    | 'linkSent'
    | 'linkGiven'
    | 'twoParkOpened'
    | 'twoParkClosed'
    | 'brandingChanged'
    | 'accessibilityChanged'
  readonly accountId?: string | undefined
  /** Where a permit shop did it. */
  readonly shopId?: string
  readonly organisationId?: string
  /** Of the session, the favourite … that was changed. */
  readonly subjectId?: string
  readonly at: Temporal.Instant
}

export async function recordChange(db: Database | Tx, change: Change): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      id: randomUUIDv7(),
      organisation_id: change.organisationId ?? null,
      account_id: change.accountId ?? null,
      permit_shop_id: change.shopId ?? null,
      action: change.action,
      subject_id: change.subjectId ?? null,
      occurred_at: change.at,
    })
    .execute()
}
