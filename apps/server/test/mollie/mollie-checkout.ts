/** Mollie's page for a payment in test mode: a button for each way in which it can go. */
import type { MolliePayment, MollieStatus } from './mollie-payments.ts'

const outcomes = ['paid', 'failed', 'canceled', 'expired', 'open'] as const satisfies MollieStatus[]

export function checkoutPage({ order, status }: MolliePayment): string {
  const buttons = outcomes.map((each) => `<button name="status" value="${each}">${each}</button>`)
  const choice = status === 'open' ? `<form method="post">${buttons.join('')}</form>` : status
  return `<!doctype html><title>Mollie</title><h1>${order.amount.value}</h1>${choice}`
}

/** What was pressed; undefined for what is no button. */
export function outcomeOf(sent: string): MollieStatus | undefined {
  const wanted = new URLSearchParams(sent).get('status')
  return outcomes.find((each) => each === wanted)
}
