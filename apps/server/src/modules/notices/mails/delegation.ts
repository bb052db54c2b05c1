/** To who may park on somebody else's product: where to accept that (J3). */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type DelegationMail = {
  readonly kind: 'delegation'
  readonly ownerEmail: string
  readonly productName: string
  readonly organisationName: string
  readonly address: string
  /** As people write it, where one may park only that. */
  readonly plate?: string
}

export function delegationLetters(mail: DelegationMail): Letters {
  const { ownerEmail, productName, organisationName, address, plate } = mail
  return {
    nl: {
      subject: `U mag parkeren met ${productName} van ${organisationName}`,
      blocks: [
        paragraph(
          `${ownerEmail} machtigt u om te parkeren met ${productName} van ${organisationName}${plate ? `, met kenteken ${plate}` : ''}. Accepteer dit met uw account bij 2Park. Heeft u nog geen account? Dan maakt u er meteen een.`,
        ),
        button('Accepteer de machtiging', address),
        smallPrint(
          'De link werkt één keer en 14 dagen lang. Kent u de afzender niet? Dan hoeft u niets te doen.',
        ),
      ],
    },
    en: {
      subject: `You may park with ${productName} from ${organisationName}`,
      blocks: [
        paragraph(
          `${ownerEmail} authorises you to park with ${productName} from ${organisationName}${plate ? `, with plate ${plate}` : ''}. Accept it with your 2Park account. No account yet? You can make one right away.`,
        ),
        button('Accept the authorisation', address),
        smallPrint(
          'The link works once, for 14 days. If you do not know the sender, you need not do anything.',
        ),
      ],
    },
  }
}
