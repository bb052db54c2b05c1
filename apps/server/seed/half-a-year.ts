/**
 * Half a year of visitors, so that a demo has a history to read: each visit started by the product's
 * own command when the visitor came, and plates forgotten as they would have been by now.
 */
import { plate } from '@2park/domain/plate'
import type { Database } from '#database/database.ts'
import { startSession } from '#modules/parking-sessions/index.ts'
import { forgetPlates } from '#modules/privacy/privacy.commands.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'

/** Visitors who come back every so many days. */
export type Regular = {
  readonly productId: string
  readonly numbers: readonly string[]
  readonly everyDays: number
  /** The hour at which they come. */
  readonly from: number
  readonly minutes: number
}

type Past = {
  readonly worldAt: (moment: Temporal.Instant) => World
  readonly today: Temporal.PlainDate
  readonly timeZone: string
}

export const daysBack = 183
/** The days before today are told one by one in `seed.ts`. */
const lastDays = 10

export async function seedHalfAYear(past: Past, actor: Actor, regular: Regular): Promise<void> {
  const { productId, numbers, everyDays, from, minutes } = regular
  let visits = 0
  for (let ago = daysBack - 1; ago > lastDays; ago -= everyDays) {
    const number = numbers[visits % numbers.length] ?? ''
    const start = past.today
      .subtract({ days: ago })
      .toZonedDateTime({ timeZone: past.timeZone, plainTime: { hour: from } })
      .toInstant()
    const visit = { productId, plate: plate(number), start: 'now' } as const
    await startSession(past.worldAt(start), actor, {
      ...visit,
      end: start.add({ minutes }),
    }).catch(unlessRefused)
    visits += 1
  }
}

/** On a day on which a town's rules say no, the visitor came by bus. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}

export async function forgetWhatIsOver(db: Database, now: Temporal.Instant): Promise<void> {
  await forgetPlates({ db, now: () => now })
}
