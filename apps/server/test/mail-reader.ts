/**
 * A real mail server on this machine, for tests: what is sent to it is parsed as a mail program
 * would, and kept to be read.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { sendDueMails, type Post } from '#modules/notices/index.ts'
import { mailRetelling } from '#modules/reminders/index.ts'
import type { World } from '#world.ts'

/** As `ReceivedMail` of `e2e/support/town.ts`. */
export type ReceivedMail = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where one can go from it, in the order of the plain text. */
  readonly links: readonly string[]
  readonly attachments: readonly { readonly fileName: string; readonly content: string }[]
  /** The images that are part of its HTML, by what the HTML calls them. */
  readonly images: readonly { readonly name: string; readonly mediaType: string }[]
  readonly messageId: string
  readonly language: string
}

export type MailReader = {
  readonly url: URL
  /** Oldest first. */
  readonly mailsTo: (email: string) => ReceivedMail[]
  /** From now on it answers this to every recipient, until it is given nothing. */
  readonly refuse: (responseCode: number | undefined) => void
  readonly stop: () => Promise<void>
}

export async function startMailReader({ port = 0 } = {}): Promise<MailReader> {
  const received: ReceivedMail[] = []
  const mood: { refusal?: number | undefined } = {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // It would otherwise ask a name server who we are.
    disableReverseLookup: true,
    onRcptTo: (address, _session, done) => {
      const { refusal } = mood
      if (refusal === undefined) return done()
      done(Object.assign(new Error(`No such box ${address.address}`), { responseCode: refusal }))
    },
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      const keep = async () => {
        const mail = await read(stream)
        received.push(...recipients.map((to) => toReceived(mail, to)))
      }
      callbackify(keep)((error) => done(error))
    },
  })
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address() as AddressInfo // It listens on a host and a port.
  return {
    url: new URL(`smtp://127.0.0.1:${address.port}`),
    mailsTo: (email) => received.filter(({ to }) => to === email),
    refuse: (responseCode) => {
      mood.refusal = responseCode
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

async function read(stream: NodeJS.ReadableStream): Promise<Email> {
  return PostalMime.parse(await buffer(stream), { attachmentEncoding: 'utf8' })
}

function toReceived(mail: Email, to: string): ReceivedMail {
  const text = mail.text ?? ''
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  return {
    to,
    from: header('from'),
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? '',
    links: text.match(/https?:\/\/\S+/g) ?? [],
    attachments: mail.attachments
      .filter(({ contentId }) => contentId === undefined)
      .map(({ filename, content }) => ({
        fileName: filename ?? '',
        // As text, because we ask for that.
        content: content as string,
      })),
    images: mail.attachments.flatMap(({ contentId, mimeType }) =>
      contentId === undefined ? [] : [{ name: contentId, mediaType: mimeType }],
    ),
    messageId: mail.messageId ?? '',
    language: header('content-language'),
  }
}

type Sending = Omit<Post, 'retell'> & Pick<World, 'publicUrl'>

export async function sendAllMails(sending: Sending): Promise<void> {
  const post = { ...sending, retell: mailRetelling(sending) }
  while (await sendDueMails(post));
}
