/** Whoever holds an account hears of each change of its factors, by mail: it may not have been them. */
import type { Tx } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail, type Mail } from '#modules/notices/index.ts'
import { Refused } from '#refused.ts'
import { lockHolder, type Holder } from './second-factor.queries.ts'

export type FactorChange = {
  readonly change: Extract<Mail['what'], { kind: 'secondFactorChanged' }>['change']
  /** Of the passkey. */
  readonly subjectId?: string
}

/** Holds the account while its factors change. */
export async function lockFactors(tx: Tx, accountId: string): Promise<Holder> {
  const holder = await lockHolder(tx, accountId)
  if (!holder) throw new Refused('notSignedIn')
  return holder
}

export async function recordFactorChange(
  tx: Tx,
  { accountId, email, language }: Holder,
  { change, at, ...subject }: FactorChange & { readonly at: Temporal.Instant },
): Promise<void> {
  await recordChange(tx, { action: change, accountId, ...subject, at })
  const what = { kind: 'secondFactorChanged', change, when: at.toString() } as const
  await sendMail(tx, { to: email, language, what }, at)
}
