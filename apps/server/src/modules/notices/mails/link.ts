/** To who has got a product at the permit shop: where to link it to an account (A2). */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type LinkMail = {
  readonly kind: 'link'
  readonly organisationName: string
  readonly productName: string
  /** Where the reader got it: each municipality has a name of its own for it. */
  readonly permitShopName: string
  readonly address: string
}

export function linkLetters(mail: LinkMail): Letters {
  const { organisationName, productName, permitShopName, address } = mail
  return {
    nl: {
      subject: `Uw ${productName} van ${organisationName} staat klaar`,
      blocks: [
        paragraph(
          `Uw ${productName} uit het ${permitShopName} van ${organisationName} is klaar. U kunt ermee parkeren zodra het aan uw account bij 2Park is gekoppeld. Heeft u nog geen account? Dan maakt u er meteen een.`,
        ),
        button('Koppel aan mijn account', address),
        smallPrint(
          `De link werkt één keer en 14 dagen lang. Daarna vraagt u in het ${permitShopName} om een nieuwe. Stuur deze e-mail niet door: wie de link opent, kan het product koppelen.`,
        ),
      ],
    },
    en: {
      subject: `Your ${productName} from ${organisationName} is ready`,
      blocks: [
        paragraph(
          `Your ${productName} from the ${permitShopName} of ${organisationName} is ready. You can park with it as soon as it is linked to your 2Park account. No account yet? You can make one right away.`,
        ),
        button('Link to my account', address),
        smallPrint(
          `The link works once, for 14 days. After that, ask for a new one in the ${permitShopName}. Do not forward this e-mail: whoever opens the link can link the product.`,
        ),
      ],
    },
  }
}
