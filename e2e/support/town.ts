/**
 * Arranges the world that a journey happens in, by the door that only the server under test has.
 * What a person would do goes through the screen; this is what was there before the person came.
 */
import type { Server } from './server.ts'

export type Resident = { readonly email: string; readonly password: string }

/**
 * Only what the journey is about: the rest is as most people have it. Parking costs € 2.40 an hour,
 * every day from 9 to 22.
 */
export type ResidentGiven = {
  readonly kind?: 'visitor' | 'temporaryPlate' | 'plateSwitch' | 'prepaid' | 'pool'
  /** Of the resident's own, where the product holds for them. */
  readonly plates?: readonly string[]
  /** Of a pool. */
  readonly rightsBought?: number
  /** Of prepaid parking: where, and what a minute costs there, in euros. */
  readonly locations?: Readonly<Record<string, string>>
  readonly unit?: 'money' | 'time' | 'count' | 'none'
  /** In the unit's smallest piece: euro cents, seconds, times. */
  readonly balance?: number
  readonly blocked?: boolean
  /** A month that begins in a week, or that ended a week ago. */
  readonly validity?: 'upcoming' | 'expired'
  /** Where it matters what something is called. */
  readonly names?: {
    readonly product?: string
    readonly municipality?: string
    readonly area?: string
    readonly email?: string
  }
  /** Whether others may be let park on it: not, unless it is said. */
  readonly delegations?: 'plateOptional' | 'plateRequired'
  /**
   * An hour at noon on each of the days before today, with the plate D-001-AY, D-002-AY …, and one a hundred
   * days ago.
   */
  readonly parkedOnDays?: number
  readonly balancePeriod?: 'month' | 'quarter' | 'year' | 'productYear'
  /** What of the balance can be bought, and how much of it in a period. */
  readonly topUps?: {
    readonly options: readonly { readonly priceCents: number; readonly gives: number }[]
    readonly cap?: { readonly counts: 'price' | 'balance'; readonly most: number }
  }
  readonly rules?: {
    readonly endOfDayDeactivation?: boolean
    readonly extensionAllowed?: boolean
    readonly maxDurationSeconds?: number
    readonly maxConcurrent?: number
    readonly maxDaysAhead?: number
  }
  /** What every day is like, where it isn't as above. */
  readonly frame?: {
    readonly fromMinute?: number
    readonly untilMinute?: number
    readonly rightPossible?: boolean
    readonly longestStayMinutes?: number
    readonly leastInterruptionMinutes?: number
  }
}

export type ReceivedMail = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where one can go from it, in the order of the plain text. */
  readonly links: readonly string[]
  readonly attachments: readonly { readonly fileName: string; readonly content: string }[]
}

export type Town = {
  /** From here on the server's clock says this, and runs. */
  readonly setClock: (at: string) => Promise<void>
  readonly timePasses: (duration: { hours?: number; minutes?: number }) => Promise<void>
  /** Somebody with a municipality, an account and a product of their own, whom nobody else knows. */
  readonly welcomeResident: (given?: ResidentGiven) => Promise<Resident>
  /** Every mail that came to this address until now, the oldest first. */
  readonly mailsTo: (email: string) => Promise<ReceivedMail[]>
}

/**
 * A Monday morning that this machine's clock does not come to: a worker of the app goes by that, and shows
 * nothing of a sign-in that is over.
 */
export const farAhead = '2076-11-23T10:00:00+01:00'

export function createTown({ arranging }: Server): Town {
  const ask = async <Answer>(path: string, body: object): Promise<Answer> => {
    const response = await fetch(new URL(path, arranging), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return response.json() as Promise<Answer> // Our own server's answer to our own question.
  }
  return {
    setClock: (at) => ask('/clock', { at }),
    timePasses: (duration) => ask('/clock/passes', duration),
    welcomeResident: (given = {}) => ask<Resident>('/residents', given),
    mailsTo: async (to) => (await ask<{ mails: ReceivedMail[] }>('/mails', { to })).mails,
  }
}
