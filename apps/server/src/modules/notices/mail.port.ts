/** Where letters go: to a mail server, or in a demo without one to a page where all can read them. */
export type OutgoingMail = {
  /** The same for every try, so that what arrives twice is seen to be one. */
  readonly id: string
  readonly to: string
  /** The name of the sender: a municipality's, or our own. */
  readonly fromName: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly Attachment[]
  /** A PNG that the HTML shows as `cid:logo`. */
  readonly logo?: Buffer
}

export type Attachment = {
  readonly fileName: string
  readonly mediaType: string
  readonly content: string
}

export type Delivery =
  | { readonly outcome: 'delivered' }
  /** Tried again later, unless `isFinal`: nobody has that address. `reason` quotes no address. */
  | { readonly outcome: 'failed'; readonly reason: string; readonly isFinal: boolean }

export type Mailer = { readonly deliver: (mail: OutgoingMail) => Promise<Delivery> }
