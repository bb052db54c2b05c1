/** The words of the layout itself. */
import type { Language } from '@2park/contract/language'
import type { Sender } from './sender.ts'

type Helpdesk = NonNullable<Sender['helpdesk']>

export function footText({ name, phone }: Helpdesk, language: Language): string {
  return { nl: `Hulp nodig? ${name}, ${phone}.`, en: `Need help? ${name}, ${phone}.` }[language]
}

export const buttonFails: Readonly<Record<Language, string>> = {
  nl: 'Werkt de knop niet? Open dan dit adres:',
  en: 'Does the button not work? Then open this address:',
}
