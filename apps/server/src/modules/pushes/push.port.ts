/** How a push reaches a browser: its maker's push service takes it, or does not. */

/** Proves to push services, over all our processes, that it is the same server that pushes. */
export type PushKey = { readonly publicKey: string; readonly privateKey: string }

export type PushMessage = {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  /** Read by nobody but that browser. */
  readonly payload: string
  /** For how long it is worth keeping for a browser that is away. */
  readonly ttlSeconds: number
  readonly key: PushKey
}

export type PushOutcome =
  | { readonly outcome: 'taken' }
  /** The browser no longer wants them. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'failed'; readonly reason: string; readonly isFinal: boolean }

export type PushSender = (message: PushMessage) => Promise<PushOutcome>
