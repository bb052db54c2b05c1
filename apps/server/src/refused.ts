/**
 * Thrown to give up on a command, which aborts its transaction, and turned into an answer at the
 * HTTP border. It carries codes and amounts only: the border says them in the user's language.
 */
import type { InvalidField, Problem } from '@2park/contract/problem'
import type { ProblemCode, RefusalCode } from '@2park/contract/problems'
import type { z } from 'zod/mini'
import type { Allowance } from '#http/rate-limit.ts'

export type WrongField = Omit<z.output<typeof InvalidField>, 'detail'>

export type RefusalDetails = {
  readonly errors?: readonly WrongField[]
  /** Every rule that said no, the weightiest first. */
  readonly reasons?: readonly RefusalCode[]
  readonly alternatives?: z.output<typeof Problem>['alternatives']
  readonly shortfall?: z.output<typeof Problem>['shortfall']
  readonly secondStep?: z.output<typeof Problem>['secondStep']
  /** When the limit that was reached no longer holds, as a date. */
  readonly nextPeriodOn?: string
  readonly retryAfterSeconds?: number
  /** The limit that was reached, where it is so much in a window of time. */
  readonly allowance?: Allowance
}

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: ProblemCode
  readonly details: RefusalDetails

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
