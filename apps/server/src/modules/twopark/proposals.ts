/**
 * What a no proposes instead. A client can take another end and nothing else, so only what begins as
 * was asked is proposed; it shows the last of several, so it gets one.
 */
import type { Language } from '@2park/contract/language'
import { Refused } from '#refused.ts'
import { costText, endText } from './formats.ts'
import { parameters } from './parameters.ts'

const caption: Readonly<Record<Language, string>> = { nl: 'Kosten', en: 'Cost' }

export function proposalsOf(error: unknown, language: Language) {
  if (!(error instanceof Refused)) return []
  const proposed = error.details.alternatives?.find(
    ({ kind }) => kind === 'shorter' || kind === 'now',
  )
  if (!proposed) return []
  const { end, charge } = proposed
  const [timeEnd, cost] = parameters({
    TIMEEND: end === undefined ? '' : endText(Temporal.Instant.from(end)),
    AMOUNT: costText(charge.value, charge.unit),
  })
  const asked = { ...cost, prr_datatype: 'MONEY', prr_prompt: caption[language] }
  return [{ action: { atn_parameters: [timeEnd, asked] } }]
}
