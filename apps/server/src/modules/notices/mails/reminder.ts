/** What somebody chose to be told in time about a parking session. */
import { button, paragraph, smallPrint, type Letters } from '../letter.ts'

export type ReminderMail = {
  readonly kind: 'reminder'
  /** What it was written from: it is written anew when it is sent. */
  readonly about?: object
  /** In the reader's language: the same as a push says. */
  readonly title: string
  readonly productName: string
  readonly organisationName: string
  /** As people write it; left out where it was forgotten. */
  readonly plate?: string
  readonly address: string
}

export function reminderLetters(mail: ReminderMail): Letters {
  const { title, productName, organisationName, plate, address } = mail
  return {
    nl: {
      subject: title,
      blocks: [
        paragraph(
          `${plate ? `Kenteken ${plate}, op` : 'Op'} ${productName} van ${organisationName}.`,
        ),
        button('Bekijk de parkeeractie', address),
        smallPrint(
          'U krijgt deze e-mail omdat u daarvoor koos. Bij Instellingen kunt u dat veranderen.',
        ),
      ],
    },
    en: {
      subject: title,
      blocks: [
        paragraph(
          `${plate ? `Plate ${plate}, on` : 'On'} ${productName} from ${organisationName}.`,
        ),
        button('See the parking session', address),
        smallPrint('You get this e-mail because you chose to. You can change that in Settings.'),
      ],
    },
  }
}
