export { amountText } from './amount-text.ts'
export type { MailContent } from './content.ts'
export {
  sendDueMails,
  sendMail,
  type Mail,
  type Post,
  type RetellMail,
} from './notices.commands.ts'
export type { Attachment, Delivery, Mailer, OutgoingMail } from './mail.port.ts'
