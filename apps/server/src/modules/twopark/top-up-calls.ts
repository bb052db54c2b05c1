/** Buying balance: what there is to buy, where it is paid, and what became of it. */
import { z } from 'zod/mini'
import { amountText } from '#modules/notices/index.ts'
import { getOffer, openCheckout, orderTopUp, readTopUp } from '#modules/top-ups/index.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { invalidFields, NoFields, signedCall, Text } from './call.ts'
import { balanceText, costText, parseAmount } from './formats.ts'
import { getOpenProduct } from './open-products.ts'
import { parameters } from './parameters.ts'
import { OnProduct } from './product-calls.ts'
import { findPaymentVisit, savePaymentVisit } from './visits.queries.ts'

/** Where a client sends its user to pay: it posts there, and is led on to the bank. */
export const paymentPath = '/gsmpark-app-www/payment'

/** Nothing, where nothing more can be bought: clients say so themselves. */
export const getUpgradeUnits = signedCall(OnProduct, async (visit, { product_id }) => {
  const { till, language } = visit
  const product = await getOpenProduct(visit, product_id)
  // Who parks on another's product buys nothing for it.
  const { options } = product.delegation
    ? { options: [] }
    : await getOffer(till.db, product, till.now())
  return {
    data: {
      upgrade_units: options.map(({ priceCents, gives }) => ({
        uut_parameters: parameters({
          PAY_AMOUNT: costText(priceCents, 'money'),
          UPGRADE_AMOUNT: balanceText(gives, product.unit),
          UPGRADE_DESCRIPTION: escaped(amountText({ unit: product.unit, value: gives }, language)),
        }),
      })),
    },
  }
})

/** The page puts its own sign in the place of this one. */
function escaped(text: string): string {
  return text.replace(/€\s*/, '&#128;')
}

const Transaction = z.extend(OnProduct, { pay_amount: Text })

export const startTransaction = signedCall(Transaction, async (visit, input) => {
  const { till, actor, language, signInId } = visit
  const { id } = await getOpenProduct(visit, input.product_id)
  const product = await getOwnProduct(till, actor, id)
  const priceCents = parseAmount(input.pay_amount, 'money')
  if (priceCents === undefined) throw invalidFields(['pay_amount'])
  const { terms } = await getOffer(till.db, product, till.now())
  const option = terms.options.find((each) => each.priceCents === priceCents)
  if (!option) throw new Refused('topUpNotOffered')
  const order = { productId: id, optionId: option.id, language }
  const { id: topUpId } = await orderTopUp(till, actor, order)
  await openCheckout(till, actor, { productId: id, topUpId })
  await savePaymentVisit(till.db, signInId, { topUpId, productId: id })
  return {
    data: {
      forwarding_url: new URL(`${paymentPath}/${topUpId}`, till.publicUrl).href,
      forwarding_method: 'POST',
      parameters: [],
    },
  }
})

const outcomes = {
  open: 'PAYMENT_INIT',
  pending: 'PAYMENT_INIT',
  paid: 'PAYMENT_SUCCESS',
  failed: 'PAYMENT_CANCELLED',
  cancelled: 'PAYMENT_CANCELLED',
  expired: 'PAYMENT_CANCELLED',
  mismatched: 'PAYMENT_UNCERTAIN',
} as const

/** Of the payment that was begun last; how it went is the minor code. */
export const getPaymentStatus = signedCall(NoFields, async ({ till, actor, signInId }) => {
  const begun = await findPaymentVisit(till.db, signInId)
  if (!begun) return { minor: 'PAYMENT_UNCERTAIN', data: {} }
  const { state } = await readTopUp(till, actor, begun)
  return { minor: outcomes[state], data: {} }
})
