/** Hands mails to a mail server (nodemailer). */
import { createTransport } from 'nodemailer'
import type { Attachment, Delivery, Mailer, OutgoingMail } from '#modules/notices/index.ts'

type Settings = {
  readonly url: URL
  /** A bare address: the name before it is the municipality's. */
  readonly from: string
}

/** Patience at each step, of which the last waits for what a server has to look at. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

export function smtpMailer({ url, from }: Settings): Mailer {
  const transport = createTransport({ url: url.href, ...patience })
  const host = from.slice(from.lastIndexOf('@') + 1)
  return {
    deliver: async (mail) => {
      try {
        await transport.sendMail(toMessage(mail, { from, host }))
        return { outcome: 'delivered' }
      } catch (error) {
        return toFailure(error)
      }
    },
  }
}

function toMessage(mail: OutgoingMail, { from, host }: { from: string; host: string }) {
  return {
    // Addresses as objects are taken as they are, and never read as a list.
    from: { name: mail.fromName, address: from },
    to: { name: '', address: mail.to },
    messageId: `<${mail.id}@${host}>`,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Content-Language': mail.language,
      // So that nobody's holiday answers it.
      'Auto-Submitted': 'auto-generated',
    },
    attachments: [...mail.attachments.map(toAttachment), ...logoOf(mail)],
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function toAttachment({ fileName, mediaType, content }: Attachment) {
  return { filename: fileName, contentType: mediaType, content }
}

/** Part of the HTML and no file of the reader's. */
function logoOf({ logo }: OutgoingMail) {
  if (!logo) return []
  const contentDisposition = 'inline' as const
  return [
    {
      cid: 'logo',
      filename: 'logo.png',
      contentType: 'image/png',
      content: logo,
      contentDisposition,
    },
  ]
}

/** What a server says in words may quote the address, so only its codes are kept. */
function toFailure(error: unknown): Delivery {
  const { code, responseCode, command, message } = error as {
    readonly code?: string
    readonly responseCode?: number
    readonly command?: string
    readonly message: string
  }
  const system = /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH)\b/.exec(message)?.[1]
  const reason = [code, system, command, responseCode].filter(Boolean).join(' ')
  // 5xx to who it is for, or to the mail itself: the next try would hear the same.
  const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
  return { outcome: 'failed', reason: reason === '' ? 'unknown' : reason, isFinal }
}
