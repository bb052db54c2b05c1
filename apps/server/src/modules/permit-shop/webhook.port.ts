/** How a message reaches a permit shop: an address of theirs that takes it, or does not. */

export type WebhookMessage = {
  /** The same at each try, so that the shop takes it once. */
  readonly id: string
  readonly address: string
  readonly secret: string
  /** JSON, to the letter as it is signed. */
  readonly body: string
  /** When this try was made. */
  readonly at: Temporal.Instant
}

export type WebhookOutcome =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'failed'; readonly reason: string }

export type WebhookSender = (message: WebhookMessage) => Promise<WebhookOutcome>
