/** The API's words in another language than it was asked in: by their codes, as the contract has them. */
import { contrastText, invalidFieldTexts } from '@2park/contract/invalid-field'
import type { Texts } from '@2park/contract/language'
import { problemTexts } from '@2park/contract/problem-texts'
import type { Problem } from '@2park/web/api'
import { presentLocale } from '#preferences.ts'

type Reason = Pick<Problem, 'code' | 'title' | 'detail'>

export function ofProblem(problem: Problem): Problem {
  const { errors, reasons } = problem
  return {
    ...ofReason(problem),
    ...(errors && { errors: errors.map(ofField) }),
    ...(reasons && { reasons: reasons.map(ofReason) }),
  }
}

/** What a newer server says, this version may not know: that stays as it was said. */
export function ofReason<Said extends Reason>(said: Said): Said {
  const texts: Texts | undefined = problemTexts[said.code]
  return { ...said, ...texts?.[presentLocale()] }
}

type Field = NonNullable<Problem['errors']>[number]

function ofField(field: Field): Field {
  const { code, contrast, detail } = field
  const language = presentLocale()
  const texts: Readonly<Record<typeof language, string>> | undefined = invalidFieldTexts[code]
  return {
    ...field,
    detail: contrast ? contrastText(contrast, language) : (texts?.[language] ?? detail),
  }
}
