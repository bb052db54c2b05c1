/**
 * What every answer of the protocol is wrapped in: a word of two whether it went well, a word of many
 * what came of it, and a sentence to show. It travels as 200 also where the answer is no, because its
 * clients take anything else for a server that is away.
 */
import { problemTexts } from '@2park/contract/problem-texts'
import { refusals, type ProblemCode } from '@2park/contract/problems'
import type { Language, Texts } from '@2park/contract/language'
import type { Refused } from '#refused.ts'

export type Fields = Readonly<Record<string, unknown>>

export type Envelope = {
  readonly status: {
    readonly code: { readonly major: 'OK' | 'FAIL'; readonly minor: string }
    readonly message: string
  }
  readonly data?: Fields
}

/** What came of a call that was done. */
export type Reply = { readonly minor?: string; readonly data?: Fields }

/** A no that only this protocol has, because it asks for what we don't have or don't do. */
export class Declined extends Error {
  override readonly name = 'Declined'
  readonly minor: string
  readonly texts: Texts

  constructor(minor: string, texts: Texts) {
    super(minor)
    this.minor = minor
    this.texts = texts
  }
}

const done: Readonly<Record<Language, string>> = { nl: 'Gelukt', en: 'Done' }

export function succeeded({ minor = 'SUCCESS', data }: Reply, language: Language): Envelope {
  return {
    status: { code: { major: 'OK', minor }, message: done[language] },
    ...(data && { data }),
  }
}

export function declined({ minor, texts }: Declined, language: Language): Envelope {
  const { title, detail } = texts[language]
  return failed(minor, `${title} ${detail}`)
}

/** A no of ours: every reason by its title, and what to do about the weightiest. */
export function refused({ code, details }: Refused, language: Language): Envelope {
  const reasons = details.reasons ?? [code]
  const titles = reasons.map((reason) => problemTexts[reason][language].title)
  const fields = details.errors?.map(({ pointer }) => pointer.replace('/', '')) ?? []
  const which = fields.length > 0 ? [`(${[...new Set(fields)].join(', ')})`] : []
  const sentences = [...titles, problemTexts[code][language].detail, ...which]
  return failed(minorOf(code), sentences.join(' '))
}

function failed(minor: string, message: string): Envelope {
  return { status: { code: { major: 'FAIL', minor }, message } }
}

/** Those that some client knows. */
const minors: Readonly<Partial<Record<ProblemCode, string>>> = {
  notSignedIn: 'SESSION_TIMEOUT',
  signInFailed: 'INVALID_CREDS',
  secondFactorNeeded: 'INVALID_CREDS',
  plateAlreadyParked: 'PRK-00005',
  maxDuration: 'PRK-00067',
  balance: 'INSUFFICIENT_BALANCE',
  linkUnknown: 'NODATAFOUND',
  linkUsed: 'EXPIRED',
  linkSuperseded: 'EXPIRED',
  linkExpired: 'EXPIRED',
}

/** Any other refusal goes by our own word for it, written as theirs are: MAX_CONCURRENT. */
function minorOf(code: ProblemCode): string {
  const isRefusal = refusals.some((refusal) => refusal === code)
  const own = isRefusal ? code.replaceAll(/[A-Z]/g, '_$&').toUpperCase() : 'INTERNAL_ERROR'
  return minors[code] ?? own
}
