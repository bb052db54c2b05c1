/**
 * What a push says, and how it reaches a browser: its maker's push service takes it, or does not.
 */

/** What the browser shows. `path` is where one goes by pressing it. */
export type PushContent = {
  readonly title: string
  readonly body: string
  readonly language: 'nl' | 'en'
  /** Of two with one tag, the later takes the place of the earlier. */
  readonly tag: string
  readonly path: string
  readonly actions: readonly { readonly title: string; readonly path: string }[]
}

export type News = {
  readonly content: PushContent
  /** When it stops being news. */
  readonly expiresAt: Temporal.Instant
}

/**
 * What a push about something says now, to that account. Undefined where it is not so, or not wanted:
 * what was stopped may go on, so it is asked anew at the next try.
 */
export type RetellPush = (about: object, accountId: string) => Promise<News | undefined>

/** Proves to push services, over all our processes, that it is the same server that pushes. */
export type PushKey = { readonly publicKey: string; readonly privateKey: string }

export type PushMessage = {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  /** Read by nobody but that browser. */
  readonly payload: string
  /** Of two with one tag that wait for a browser, the push service keeps the later. */
  readonly tag: string
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
