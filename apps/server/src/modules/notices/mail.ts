/** From what is to be said to a mail as it goes out. */
import { writeLetter } from './content.ts'
import { toHtml } from './html.ts'
import type { OutgoingMail } from './mail.port.ts'
import type { ClaimedMail } from './outbox.queries.ts'
import { toPlainText } from './plain-text.ts'
import { ourselves } from './sender.ts'

type Written = Pick<ClaimedMail, 'id' | 'recipient' | 'language' | 'content' | 'sender'>

export function writeMail(mail: Written): OutgoingMail {
  const { id, recipient, language, content, sender = ourselves } = mail
  const letter = writeLetter(content, language)
  return {
    id,
    to: recipient,
    fromName: oneLine(sender.name),
    language,
    subject: oneLine(letter.subject),
    text: toPlainText({ letter, sender, language }),
    html: toHtml({ letter, sender, language }),
    attachments: letter.attachments ?? [],
    ...(sender.logo && { logo: Buffer.from(sender.logo, 'base64') }),
  }
}

/** A name with a line break in it would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ')
}
