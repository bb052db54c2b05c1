/** A top-up as it is now: asked about where its provider may have news. */
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor } from '#world.ts'
import { attendIfPossible } from './following.commands.ts'
import { findPayment, findPaymentById } from './payments.queries.ts'
import { presentTopUp, type PresentedTopUp } from './presentation.ts'
import type { Till } from './top-ups.commands.ts'
import { hasEnded } from './top-ups.policy.ts'

/** A page that waits for its bank asks often; the bank is asked less often than that. */
const restSeconds = 2

type Which = { readonly productId: string; readonly topUpId: string }

export async function readTopUp(
  till: Till,
  actor: Actor,
  { productId, topUpId }: Which,
): Promise<PresentedTopUp> {
  await getOwnProduct(till, actor, productId)
  const read = () => findPayment(till.db, { id: topUpId, productId })
  const known = await read()
  if (!known) throw new Refused('notFound')
  const rested = known.checkedAt?.add({ seconds: restSeconds })
  const isRested = !rested || Temporal.Instant.compare(rested, till.now()) <= 0
  if (!hasEnded(known) && isRested) await attendIfPossible(till, known)
  const product = await getOwnProduct(till, actor, productId)
  return presentTopUp((await read()) ?? known, product)
}

/**
 * Where a top-up is paid, or where it is shown once it has ended. Whoever knows its id may go and pay
 * for it: that is all there is to see.
 */
export async function whereToPay({ db, publicUrl }: Till, topUpId: string): Promise<URL> {
  const payment = await findPaymentById(db, topUpId)
  if (!payment) throw new Refused('notFound')
  const { id, productId, checkoutUrl } = payment
  const shown = new URL(`/products/${productId}/top-up?payment=${id}`, publicUrl)
  return checkoutUrl === null || hasEnded(payment) ? shown : new URL(checkoutUrl)
}
