export { amountText } from './amount-text.ts'
export { sendDueMails, sendMail, type Mail } from './notices.commands.ts'
export type { Delivery, Mailer, OutgoingMail } from './mail.port.ts'
