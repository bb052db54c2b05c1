/** What can be wrong with a field of a request, and how that is said in both languages (B5). */
import type { Language } from './language.ts'

export const invalidFieldCodes = [
  'required',
  'unknown',
  'type',
  'format',
  'email',
  'webAddress',
  'plate',
  'notAllowed',
  'tooShort',
  'tooLong',
  'tooLow',
  'tooHigh',
  'syntax',
  'passwordTooShort',
  'passwordCommon',
  'passwordTellsWho',
  'productTypeUnknown',
  'areaUnknown',
  'endNotAfterStart',
  'onePlate',
  'colour',
  'contrast',
  'logoFormat',
  'logoUnsafe',
  'logoTooLarge',
  'mailLogoFormat',
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
    nl: 'Dit heeft niet de juiste vorm. Zie in de beschrijving van de API welke dat is.',
    en: 'This does not have the right form. See which it is in the description of the API.',
  },
  email: {
    nl: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    en: 'Enter an e-mail address, such as name@example.com.',
  },
  webAddress: {
    nl: 'Vul een adres in dat begint met https://, zoals https://www.voorbeeld.nl/toegankelijkheid.',
    en: 'Enter an address that begins with https://, such as https://www.example.com/accessibility.',
  },
  plate: {
    nl: 'Vul een kenteken in van 1 tot 25 letters en cijfers.',
    en: 'Enter a plate of 1 to 25 letters and digits.',
  },
  notAllowed: {
    nl: 'Kies een van de mogelijke waarden.',
    en: 'Choose one of the possible values.',
  },
  tooShort: { nl: 'Dit is te kort. Vul meer in.', en: 'This is too short. Enter more.' },
  tooLong: { nl: 'Dit is te lang. Maak het korter.', en: 'This is too long. Make it shorter.' },
  tooLow: { nl: 'Dit is te weinig. Kies meer.', en: 'This is too little. Choose more.' },
  tooHigh: { nl: 'Dit is te veel. Kies minder.', en: 'This is too much. Choose less.' },
  passwordTooShort: {
    nl: 'Gebruik een langer wachtwoord: minstens 15 tekens, of 12 met een tweede stap bij het inloggen.',
    en: 'Use a longer password: at least 15 characters, or 12 with a second step at signing in.',
  },
  passwordCommon: {
    nl: 'Kies een ander wachtwoord: dit staat op een lijst van veelgebruikte en gelekte wachtwoorden.',
    en: 'Choose another password: this one is on a list of common and leaked passwords.',
  },
  passwordTellsWho: {
    nl: 'Kies een ander wachtwoord: dit bestaat grotendeels uit uw e-mailadres, uw gemeente of 2Park.',
    en: 'Choose another password: this is mostly your e-mail address, your municipality or 2Park.',
  },
  productTypeUnknown: {
    nl: 'Deze productsoort heeft de gemeente niet. Kies een andere.',
    en: 'The municipality has no such product type. Choose another.',
  },
  areaUnknown: {
    nl: 'Deze locatie heeft de gemeente niet. Kies een andere.',
    en: 'The municipality has no such location. Choose another.',
  },
  endNotAfterStart: {
    nl: 'Kies een einde dat na het begin ligt.',
    en: 'Choose an end that is after the start.',
  },
  onePlate: {
    nl: 'Geef bij deze productsoort precies één kenteken op.',
    en: 'Give exactly one plate with this product type.',
  },
  colour: {
    nl: 'Geef een kleur met een # en zes cijfers of letters van a tot en met f, zoals #0b5cad.',
    en: 'Give a colour as a # and six digits or letters from a to f, such as #0b5cad.',
  },
  contrast: {
    nl: 'Kies een kleur die meer verschilt van de kleur waar zij op of naast staat.',
    en: 'Choose a colour that differs more from the one it stands on or beside.',
  },
  logoFormat: {
    nl: 'Kies een SVG- of PNG-bestand dat een browser kan tonen.',
    en: 'Choose an SVG or PNG file that a browser can show.',
  },
  logoUnsafe: {
    nl: 'In deze SVG staat meer dan vormen, zoals een script, tekst, een foto of een verwijzing. Bewaar hem als gewone SVG met alleen vormen, of kies een PNG.',
    en: 'This SVG holds more than shapes, such as a script, text, a photo or a reference. Save it as a plain SVG with shapes only, or choose a PNG.',
  },
  logoTooLarge: {
    nl: 'Kies een kleiner bestand: een logo is hoogstens 24 kB, en in e-mails 16 kB.',
    en: 'Choose a smaller file: a logo is 24 kB at most, and in e-mails 16 kB.',
  },
  mailLogoFormat: {
    nl: 'Kies voor e-mails een PNG van 28 bij 32 punten, of twee of drie keer zo groot.',
    en: 'Choose for e-mails a PNG of 28 by 32 points, or two or three times as large.',
  },
  syntax: {
    nl: 'Dit is geen geldige JSON. Stuur geldige JSON.',
    en: 'This is not valid JSON. Send valid JSON.',
  },
}

/** For a check of ours: what it says of the field. */
export function invalidAs(code: InvalidFieldCode) {
  return { params: { code } }
}

type Contrast = { readonly ratio: number; readonly needed: number; readonly suggestion: string }

/** How far a colour falls short, and one that does not. */
export function contrastText({ ratio, needed, suggestion }: Contrast, language: Language): string {
  const figure = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  return language === 'nl'
    ? `Te weinig contrast: ${figure(ratio)} op 1, en ${figure(needed)} op 1 is nodig. Kies bijvoorbeeld ${suggestion}.`
    : `Too little contrast: ${figure(ratio)} to 1, and ${figure(needed)} to 1 is needed. Choose ${suggestion}, for example.`
}
