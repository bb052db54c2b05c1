/** When a balance has come below what its holder set as the alarm. */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type BalanceAlarmMail = {
  readonly kind: 'balanceAlarm'
  readonly productName: string
  readonly organisationName: string
  /** Both in the reader's language, with their unit. */
  readonly balanceText: string
  readonly thresholdText: string
  readonly address: string
}

export function balanceAlarmLetters(mail: BalanceAlarmMail): Letters {
  const { productName, organisationName, balanceText, thresholdText, address } = mail
  return {
    nl: {
      subject: `Uw saldo is lager dan ${thresholdText}`,
      blocks: [
        paragraph(`Op ${productName} van ${organisationName} staat nog ${balanceText}.`),
        button('Bekijk het saldo', address),
        smallPrint(`U krijgt deze e-mail omdat u een alarm heeft ingesteld op ${thresholdText}.`),
      ],
    },
    en: {
      subject: `Your balance is lower than ${thresholdText}`,
      blocks: [
        paragraph(`${productName} from ${organisationName} has ${balanceText} left.`),
        button('See the balance', address),
        smallPrint(`You get this e-mail because you set an alarm at ${thresholdText}.`),
      ],
    },
  }
}
