/** What to say about an error; the API's own answers say it themselves. */
import { ProblemAnswer, Unreachable } from '@2park/web/api'
import { m } from '#paraglide/messages.js'
import { presentWords } from './words.ts'

export type ProblemText = {
  readonly title: string
  readonly detail: string
  /** What is wrong with each wrong field. */
  readonly fields?: readonly string[] | undefined
  /** The number to quote to the helpdesk. */
  readonly instance?: string | undefined
}

export function problemText(error: unknown): ProblemText {
  if (error instanceof ProblemAnswer) {
    const { title, detail, instance, errors } = presentWords().ofProblem(error.problem)
    return { title, detail, instance, fields: errors?.map((field) => field.detail) }
  }
  if (error instanceof Unreachable || isCodeMissing(error)) {
    return { title: m.unreachable_title(), detail: m.unreachable_detail() }
  }
  return { title: m.fault_title(), detail: m.fault_detail() }
}

/** A part of the app that could not be fetched: no network, or a newer version is out. */
export function isCodeMissing(error: unknown): boolean {
  return error instanceof TypeError && /module|import|fetch/i.test(error.message)
}
