/** Every kind of mail there is. A new kind is a file in `mails/` and a line in each list here. */
import type { Language } from '@2park/contract/language'
import type { Letter, Letters } from './letter.ts'
import { accessTokenMadeLetters, type AccessTokenMadeMail } from './mails/access-token-made.ts'
import { accountClosedLetters, type AccountClosedMail } from './mails/account-closed.ts'
import { balanceAlarmLetters, type BalanceAlarmMail } from './mails/balance-alarm.ts'
import { delegationLetters, type DelegationMail } from './mails/delegation.ts'
import { emailChangeLetters, type EmailChangeMail } from './mails/email-change.ts'
import { emailChangedLetters, type EmailChangedMail } from './mails/email-changed.ts'
import { emailTakenLetters, type EmailTakenMail } from './mails/email-taken.ts'
import { historyLetters, type HistoryMail } from './mails/history.ts'
import { linkLetters, type LinkMail } from './mails/link.ts'
import { noAccountLetters, type NoAccountMail } from './mails/no-account.ts'
import { passwordChangedLetters, type PasswordChangedMail } from './mails/password-changed.ts'
import { passwordResetLetters, type PasswordResetMail } from './mails/password-reset.ts'
import { reminderLetters, type ReminderMail } from './mails/reminder.ts'
import {
  secondFactorChangedLetters,
  type SecondFactorChangedMail,
} from './mails/second-factor-changed.ts'
import { signInStolenLetters, type SignInStolenMail } from './mails/sign-in-stolen.ts'

export type MailContent =
  | AccessTokenMadeMail
  | AccountClosedMail
  | BalanceAlarmMail
  | DelegationMail
  | EmailChangeMail
  | EmailChangedMail
  | EmailTakenMail
  | HistoryMail
  | LinkMail
  | NoAccountMail
  | PasswordChangedMail
  | PasswordResetMail
  | ReminderMail
  | SecondFactorChangedMail
  | SignInStolenMail

type Kind = MailContent['kind']
type Writers = { readonly [K in Kind]: (content: Extract<MailContent, { kind: K }>) => Letters }

const writers: Writers = {
  accessTokenMade: accessTokenMadeLetters,
  accountClosed: accountClosedLetters,
  balanceAlarm: balanceAlarmLetters,
  delegation: delegationLetters,
  emailChange: emailChangeLetters,
  emailChanged: emailChangedLetters,
  emailTaken: emailTakenLetters,
  history: historyLetters,
  link: linkLetters,
  noAccount: noAccountLetters,
  passwordChanged: passwordChangedLetters,
  passwordReset: passwordResetLetters,
  reminder: reminderLetters,
  secondFactorChanged: secondFactorChangedLetters,
  signInStolen: signInStolenLetters,
}

export function writeLetter(content: MailContent, language: Language): Letter {
  // The writer of a kind takes that kind's content, which the compiler can't follow.
  const write = writers[content.kind] as (content: MailContent) => Letters
  return write(content)[language]
}
