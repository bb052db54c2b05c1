/**
 * Acting on what the provider says of a payment: crediting it once, giving it up, taking back what
 * was refunded or charged back.
 *
 * Whoever gives the hint, a webhook, a returning payer or our own round, the provider itself is asked
 * and only that is believed. The payment's row is held meanwhile, and each movement has a name in the
 * ledger that is taken once: two hints at the same moment credit one top-up.
 */
import type { Tx } from '#database/database.ts'
import { recordChange } from '#modules/audit/index.ts'
import { changeBalance, correctSales, lockBalance } from '#modules/ledger/index.ts'
import { blockProductWithin } from '#modules/products/index.ts'
import { Outage } from '#outage.ts'
import type { World } from '#world.ts'
import { amount, difference, nothing, sum, type Amount } from '@2park/domain/amount'
import type { PaymentProvider, ProviderPayment } from './payments.port.ts'
import {
  isHeldByPayer,
  listUnattended,
  lockPayment,
  updatePayment,
  type Payment,
} from './payments.queries.ts'
import { bearingOf, hasEnded, type News, newsOf, patience, returnOf } from './top-ups.policy.ts'

type Attendant = Pick<World, 'db' | 'now'> & { readonly payments: PaymentProvider }

/** Asks the provider about a payment of theirs. One that isn't ours is nobody's business. */
export async function followPayment(till: Attendant, providerId: string): Promise<void> {
  const found = await till.payments.find(providerId)
  if (found?.orderId === undefined) return
  const { orderId } = found
  const at = till.now()
  await till.db.transaction().execute(async (tx) => {
    const payment = await lockPayment(tx, orderId)
    // Known to us by another payment: this one can't have been paid by who ordered it.
    if (!payment || (payment.providerId ?? found.id) !== found.id) return
    await heed(tx, { payment, found, at })
  })
}

/** Looks after a payment that has not ended: asks about it, or gives up what never became one. */
async function attendPayment(till: Attendant, payment: Payment): Promise<void> {
  if (payment.providerId !== null) return followPayment(till, payment.providerId)
  const at = till.now()
  if (Temporal.Instant.compare(payment.createdAt.add(patience), at) > 0) return
  await till.db.transaction().execute(async (tx) => {
    const held = await lockPayment(tx, payment.id)
    if (held?.status === 'new' && held.providerId === null)
      await end(tx, held, { status: 'expired', at })
  })
}

/** One round along all payments that have hung for long; those that can't be asked about now wait. */
export async function attendPayments(till: Attendant): Promise<void> {
  const payments = await listUnattended(till.db, till.now().subtract(patience))
  for (const payment of payments) {
    // One after the other: a provider that has trouble isn't helped by more questions.
    // oxlint-disable-next-line no-await-in-loop -- see above.
    await attendPayment(till, payment)
  }
}

/** The same, where what we know already is good enough while the provider is away. */
export async function attendIfPossible(till: Attendant, payment: Payment): Promise<void> {
  try {
    await attendPayment(till, payment)
  } catch (error) {
    if (!(error instanceof Outage)) throw error
  }
}

type Heard = {
  readonly payment: Payment
  readonly found: ProviderPayment
  readonly at: Temporal.Instant
}

async function heed(tx: Tx, { payment, found, at }: Heard): Promise<void> {
  await updatePayment(tx, payment.id, { providerId: found.id, checkedAt: at })
  const news = await heard(tx, payment, found)
  if (news.kind === 'paid') await credit(tx, payment, at)
  if (news.kind === 'mismatched') await end(tx, payment, { status: 'mismatched', at })
  if (news.kind === 'status' && hasEnded(news)) await end(tx, payment, { status: news.status, at })
  else if (news.kind === 'status') await updatePayment(tx, payment.id, { status: news.status })
  const isPaid = payment.status === 'paid' || news.kind === 'paid'
  if (isPaid && found.returnedCents !== payment.returnedCents)
    await takeBack(tx, { payment, found, at })
}

/**
 * Paid late, when who ordered has closed their account, it would be balance of nobody, or of whoever
 * the product is linked to next: it is left to people, as what was paid in another amount.
 */
async function heard(tx: Tx, payment: Payment, found: ProviderPayment): Promise<News> {
  const news = newsOf(payment, found)
  if (news.kind !== 'paid') return news
  // Whoever closes an account holds this too: it is closed by now, or is closed with the balance.
  await lockBalance(tx, payment.productId)
  return (await isHeldByPayer(tx, payment)) ? news : { kind: 'mismatched' }
}

async function credit(tx: Tx, payment: Payment, at: Temporal.Instant): Promise<void> {
  const { id, productId, organisationId, gives } = payment
  const cause = { kind: 'topUp', id, step: 'credit' } as const
  await changeBalance(tx, { productId, against: 'sales', change: gives, cause, at })
  await updatePayment(tx, id, { status: 'paid', endedAt: at })
  const accountId = payment.accountId
  await recordChange(tx, { action: 'topUpPaid', accountId, organisationId, subjectId: id, at })
}

type Ending = { readonly status: Payment['status']; readonly at: Temporal.Instant }

async function end(tx: Tx, payment: Payment, { status, at }: Ending): Promise<void> {
  const { id: subjectId, organisationId, accountId } = payment
  await updatePayment(tx, subjectId, { status, endedAt: at })
  const action = status === 'mismatched' ? 'topUpMismatched' : 'topUpEnded'
  await recordChange(tx, { action, accountId, organisationId, subjectId, at })
}

/**
 * Money that went back takes its balance with it. What was used up already, the municipality's
 * corrections bear, for a balance is never below zero, and the product is blocked until somebody has
 * spoken with its holder: docs/adr says why.
 */
async function takeBack(tx: Tx, { payment, found, at }: Heard): Promise<void> {
  const { id, productId, organisationId } = payment
  const returnedCents = Math.min(found.returnedCents, payment.priceCents)
  const { change, takenBack } = returnOf(payment, returnedCents)
  const balance = await lockBalance(tx, productId)
  const isHeld = await isHeldByPayer(tx, payment)
  const taking = { payment, change, balance, at }
  const shortfall = isHeld ? await takeFromProduct(tx, taking) : await bearWhole(tx, taking)
  const returns = payment.returns + 1
  await updatePayment(tx, id, { returnedCents, takenBack, shortfall, returns })
  const accountId = undefined
  await recordChange(tx, { action: 'topUpReturned', accountId, organisationId, subjectId: id, at })
}

type Taking = {
  readonly payment: Payment
  readonly change: Amount
  readonly balance: Amount
  readonly at: Temporal.Instant
}

/** Answers what the municipality bears by now. */
async function takeFromProduct(tx: Tx, { payment, change, balance, at }: Taking): Promise<Amount> {
  const { id, productId } = payment
  const { covered, recovered } = bearingOf(change, balance, payment.shortfall)
  const returns = payment.returns + 1
  const move = async (against: 'sales' | 'corrections', gained: Amount, what: string) => {
    if (gained === 0) return
    const cause = { kind: 'topUp', id, step: `${what} ${returns}` } as const
    await changeBalance(tx, { productId, against, change: gained, cause, at })
  }
  await move('corrections', covered, 'covered')
  await move('sales', difference(nothing, change), 'return')
  await move('corrections', difference(nothing, recovered), 'recovered')
  if (covered > 0) await blockProductWithin(tx, productId, at)
  return difference(sum([payment.shortfall, covered]), recovered)
}

/** The product is nobody's by now, or another's: what the payer had of it is the municipality's loss. */
async function bearWhole(tx: Tx, { payment, change, at }: Taking): Promise<Amount> {
  const { id, productId, shortfall, returns } = payment
  if (change === 0) return shortfall
  const cause = { kind: 'topUp', id, step: `borne ${returns + 1}` } as const
  await correctSales(tx, { productId, borne: change, cause, at })
  return amount(Math.max(0, shortfall + change))
}
