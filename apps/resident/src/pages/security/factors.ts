/** What the account has beside its password, read from the API. */
import type { QueryClient } from '@tanstack/react-query'
import { type OutputOf, ProblemAnswer } from '@2park/web/api'
import { read, readAgain } from '@2park/web/read'

export type Passkey = OutputOf<'GET /account/passkeys'>['passkeys'][number]
export type SecondFactor = OutputOf<'GET /account/second-factor'>

export const secondFactorRead = read('GET /account/second-factor', {})
export const passkeysRead = read('GET /account/passkeys', {})

export async function readFactorsAgain(client: QueryClient): Promise<void> {
  await readAgain(client, 'GET /account/second-factor', 'GET /account/passkeys')
}

/** It is too long ago that somebody showed who they are: the API asks for the password once more. */
export function isPasswordNeeded(error: Error | null): boolean {
  return error instanceof ProblemAnswer && error.problem.code === 'passwordNeeded'
}
