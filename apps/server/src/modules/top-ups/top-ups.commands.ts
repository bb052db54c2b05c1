/**
 * Ordering a top-up, and sending its holder to the bank (D1, D2).
 *
 * The order is ours before the provider hears of it, and what it would give is set aside from then
 * on. Each step can be done again after a crash: an order is named by its caller, a payment at the
 * provider by the order. Nobody knows where to pay before we know the payment.
 */
import { randomUUIDv7 } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { amount } from '@2park/domain/amount'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { getOwnProduct, isHolder, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { getOffer } from './offer.ts'
import type { PaymentProvider, ProviderPayment } from './payments.port.ts'
import {
  findPayment,
  insertPayment,
  listUnfinished,
  lockPayment,
  lockProduct,
  updatePayment,
  type Payment,
} from './payments.queries.ts'
import { presentTopUp, type PresentedTopUp } from './presentation.ts'
import { hasEnded, mostUnfinished, patience } from './top-ups.policy.ts'

/** The world, with somebody in it who takes money. */
export type Till = World & { readonly payments: PaymentProvider }

export type OrderTopUp = {
  readonly productId: string
  readonly optionId: string
  readonly language: Language
  readonly keep?: Keep | undefined
}

export async function orderTopUp(
  world: World,
  actor: Actor,
  { productId, optionId, language, keep }: OrderTopUp,
): Promise<PresentedTopUp> {
  const product = await getOwnProduct(world, actor, productId)
  const { organisationId } = product
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const { blocked, holderId } = await lockProduct(tx, productId)
    // Their account was closed meanwhile.
    if (!isHolder(actor, { holderId })) throw new Refused('notFound')
    const option = await chooseOption(tx, { ...product, blocked }, { optionId, at })
    const open = await listUnfinished(tx, productId)
    if (open.length >= mostUnfinished) throw new Refused('topUpsUnfinished')
    const payment = await insertPayment(tx, {
      id: randomUUIDv7(),
      organisationId,
      productId,
      accountId: actor.accountId,
      priceCents: option.priceCents,
      gives: amount(option.gives),
      language,
      createdAt: at,
    })
    const subjectId = payment.id
    await recordChange(tx, { ...actor, action: 'topUpOrdered', organisationId, subjectId, at })
    const answer = presentTopUp(payment, product)
    await keepAnswer(tx, keep, answer)
    return answer
  })
}

async function chooseOption(
  tx: Tx,
  product: Product,
  { optionId, at }: { readonly optionId: string; readonly at: Temporal.Instant },
) {
  const { options, refusal, terms, nextPeriodOn } = await getOffer(tx, product, at)
  const option = options.find(({ id }) => id === optionId)
  if (option) return option
  const isOffered = terms.options.some(({ id }) => id === optionId)
  const isUsable = refusal === undefined || refusal === 'topUpCap'
  if (isUsable && !isOffered) throw new Refused('topUpNotOffered')
  throw new Refused(refusal ?? 'topUpNotOffered', {
    ...(refusal === 'topUpCap' && nextPeriodOn && { nextPeriodOn }),
  })
}

export type OpenCheckout = {
  readonly productId: string
  readonly topUpId: string
  readonly keep?: Keep | undefined
}

export async function openCheckout(
  till: Till,
  actor: Actor,
  { productId, topUpId, keep }: OpenCheckout,
): Promise<{ readonly url: string }> {
  const product = await getOwnProduct(till, actor, productId)
  const payment = await findPayment(till.db, { id: topUpId, productId })
  if (!payment) throw new Refused('notFound')
  requirePayable(payment, till.now())
  const made = payment.checkoutUrl === null ? await create(till, payment, product) : undefined
  const url = await till.db.transaction().execute(async (tx) => {
    const held = await lockPayment(tx, topUpId)
    if (made && held?.providerId === null) await becomeKnown(tx, held, made)
    // Given up or paid meanwhile: what was made is kept, for whoever asks about it later.
    if (!held || hasEnded(held)) return undefined
    const address = held.checkoutUrl ?? made?.checkoutUrl
    if (address !== undefined) await keepAnswer(tx, keep, { url: address })
    return address
  })
  if (url === undefined) throw new Refused('topUpEnded')
  return { url }
}

async function becomeKnown(tx: Tx, { id, status }: Payment, made: ProviderPayment): Promise<void> {
  await updatePayment(tx, id, {
    providerId: made.id,
    checkoutUrl: made.checkoutUrl ?? null,
    ...(status === 'new' && { status: 'open' }),
  })
}

/** An order that nobody went to pay for so long is given up: its payment would be a second one. */
function requirePayable(payment: Payment, now: Temporal.Instant): void {
  const isForgotten =
    payment.status === 'new' && Temporal.Instant.compare(payment.createdAt.add(patience), now) <= 0
  if (hasEnded(payment) || isForgotten) throw new Refused('topUpEnded')
}

function create({ payments, publicUrl }: Till, payment: Payment, product: Product) {
  const { id, priceCents, language, productId } = payment
  const description = `2Park ${product.organisation.name}: ${product.name}`.slice(0, 255)
  const returnUrl = new URL(`/products/${productId}/top-up?payment=${id}`, publicUrl)
  return payments.create({ id, priceCents, description, language, returnUrl })
}
