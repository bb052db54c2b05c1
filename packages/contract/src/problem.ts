/** The one shape of every answer that is not a success: problem details (RFC 9457). */
import { z } from 'zod/mini'
import { CalendarDate, UnitAmount } from './fields.ts'
import { invalidFieldCodes } from './invalid-field.ts'
import { problemCodes } from './problems.ts'
import { Alternative, Reason } from './quotes.ts'

/** One thing that is wrong with a request, and where: a JSON pointer into the part it is in. */
export const InvalidField = z.object({
  in: z.enum(['body', 'query', 'path', 'header']),
  pointer: z.string(),
  code: z.enum(invalidFieldCodes),
  detail: z.string(),
  /** Of a colour that is too much like another one: how much, and a near one that is not. */
  contrast: z.optional(
    z.object({
      /** The token that it stands on or beside. */
      against: z.string(),
      /** From 1 to 21, rounded down to a decimal. */
      ratio: z.number(),
      needed: z.number(),
      suggestion: z.string(),
    }),
  ),
})

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  /** A number to quote to the helpdesk, where the fault is ours. */
  instance: z.optional(z.string()),
  /** Every wrong field, where the request was invalid. */
  errors: z.optional(z.array(InvalidField)),
  /** Every rule that said no, the weightiest first. */
  reasons: z.optional(z.array(Reason)),
  /** What would be accepted instead, priced. */
  alternatives: z.optional(z.array(Alternative)),
  /** What the balance lacks, where it is too low. */
  shortfall: z.optional(UnitAmount),
  /** What goes on with it, where the password was right and there is a second step. */
  secondStep: z.optional(
    z.object({
      token: z.string(),
      ways: z.array(z.enum(['authenticatorApp', 'passkey', 'recoveryCode'])),
    }),
  ),
  /** When it will be possible again, where a limit of a period was reached (R2). */
  nextPeriodOn: z.optional(CalendarDate),
})
