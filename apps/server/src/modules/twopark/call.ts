/** What a call of the protocol is: which fields it takes, who may make it, and what it does. */
import type { Language } from '@2park/contract/language'
import { z } from 'zod/mini'
import { Refused } from '#refused.ts'
import type { Program } from '#modules/access-tokens/index.ts'
import type { Till } from '#modules/top-ups/index.ts'
import type { Actor } from '#world.ts'
import type { Reply } from './envelope.ts'

/** The call as it came in, before anybody knows whose it is. */
export type Asking = {
  readonly till: Till
  readonly language: Language
  /** Of the network that the call came from. */
  readonly address: string
  readonly userAgent: string
  readonly token: string | undefined
  /** Gives the client what it shows with every call from now on. */
  readonly remember: (token: string) => void
}

/** The same, of somebody who is signed in by this protocol. */
export type Visit = Asking & {
  readonly actor: Actor
  readonly signInId: string
  /** The token that was shown in the place of a password: there is no more than it opens. */
  readonly program?: Program
}

export type Form = Readonly<Record<string, string>>

export type Call = {
  /** Answers a client that is signed in as nobody. */
  readonly isOpen: boolean
  /** Whether its clients look for other proposals in a no, and break where there is no list of them. */
  readonly hasAlternates: boolean
  readonly run: (asking: Asking & Partial<Visit>, form: Form) => Promise<Reply>
}

type Shape = z.core.$ZodType

export function openCall<S extends Shape>(
  fields: S,
  run: (asking: Asking & Partial<Visit>, input: z.output<S>) => Promise<Reply>,
): Call {
  return {
    isOpen: true,
    hasAlternates: false,
    run: async (asking, form) => run(asking, read(fields, form)),
  }
}

export function signedCall<S extends Shape>(
  fields: S,
  run: (visit: Visit, input: z.output<S>) => Promise<Reply>,
): Call {
  return {
    isOpen: false,
    hasAlternates: false,
    run: async (asking, form) => {
      const { actor, signInId } = asking
      if (!actor || signInId === undefined) throw new Refused('notSignedIn')
      return run({ ...asking, actor, signInId }, read(fields, form))
    },
  }
}

/** A call that clients look for alternatives in the no of. */
export function withAlternates(call: Call): Call {
  return { ...call, hasAlternates: true }
}

/** Fields that a call does not know are no concern of it. */
function read<S extends Shape>(fields: S, form: Form): z.output<S> {
  const unkeepable = Object.entries(form).filter(([, text]) => text.includes('\0'))
  const { success, data, error } = z.safeParse(fields, form)
  const wrong = [
    ...(error?.issues.map(({ path }) => String(path[0] ?? '')) ?? []),
    ...unkeepable.map(([name]) => name),
  ]
  if (success && wrong.length === 0) return data
  throw invalidFields(wrong)
}

export function invalidFields(names: readonly string[]): Refused {
  const errors = names.map((name) => ({ in: 'body', pointer: `/${name}`, code: 'format' }) as const)
  return new Refused('invalid', { errors })
}

/** Text of a form, of a length that nothing we know exceeds. */
export const Text = z.string().check(z.maxLength(300))

export const NoFields = z.object({})
