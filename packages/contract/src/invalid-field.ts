/** What can be wrong with a field of a request, and how that is said in both languages (B5). */
import type { Language } from './language.ts'

export const invalidFieldCodes = [
  'required',
  'unknown',
  'type',
  'format',
  'plate',
  'notAllowed',
  'tooShort',
  'tooLong',
  'syntax',
] as const
export type InvalidFieldCode = (typeof invalidFieldCodes)[number]

export const invalidFieldTexts: Readonly<
  Record<InvalidFieldCode, Readonly<Record<Language, string>>>
> = {
  required: { nl: 'Vul dit in.', en: 'Fill this in.' },
  unknown: { nl: 'Laat dit weg: het is hier onbekend.', en: 'Leave this out: it is unknown here.' },
  type: {
    nl: 'Hier hoort een ander soort waarde, zoals tekst of een getal.',
    en: 'Another type of value belongs here, such as text or a number.',
  },
  format: {
    nl: 'Dit heeft niet de juiste vorm. De beschrijving van de API zegt welke.',
    en: 'This does not have the right form. The description of the API says which.',
  },
  plate: {
    nl: 'Vul een kenteken in van 1 tot 25 letters en cijfers.',
    en: 'Fill in a plate of 1 to 25 letters and digits.',
  },
  notAllowed: {
    nl: 'Kies een van de mogelijke waarden.',
    en: 'Choose one of the possible values.',
  },
  tooShort: { nl: 'Dit is te kort.', en: 'This is too short.' },
  tooLong: { nl: 'Dit is te lang.', en: 'This is too long.' },
  syntax: { nl: 'Dit is geen geldige JSON.', en: 'This is not valid JSON.' },
}
