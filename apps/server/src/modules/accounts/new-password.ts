/** Whether a password may be chosen, and if not, for which reasons: all of them at once. */
import type { InvalidFieldCode } from '@2park/contract/invalid-field'
import {
  isLongEnough,
  shortestPassword,
  shortestWithSecondFactor,
  tellsWho,
} from '@2park/contract/password-rules'
import { Refused } from '#refused.ts'
import { isCommonPassword } from './common-passwords.ts'

export type NewPassword = {
  readonly password: string
  readonly email: string
  /** Others that lie at hand, such as the name of the municipality. */
  readonly words?: readonly string[]
  readonly hasSecondFactor?: boolean
}

type Fault = Extract<InvalidFieldCode, `password${string}`>

const ourWords = ['2park', 'parkeren', 'parking', 'wachtwoord', 'password']

export async function checkNewPassword({
  password,
  email,
  words = [],
  hasSecondFactor = false,
}: NewPassword): Promise<Fault[]> {
  const plain = password.normalize('NFC')
  const shortest = hasSecondFactor ? shortestWithSecondFactor : shortestPassword
  const faults: Fault[] = []
  if (!isLongEnough(plain, shortest)) faults.push('passwordTooShort')
  if (await isCommonPassword(plain)) faults.push('passwordCommon')
  if (tellsWho(plain, [email, ...ourWords, ...words])) faults.push('passwordTellsWho')
  return faults
}

/** Refuses a password that may not be chosen, at the field of the request that it came in. */
export async function requireGoodPassword(chosen: NewPassword, pointer: string): Promise<void> {
  const faults = await checkNewPassword(chosen)
  if (faults.length === 0) return
  throw new Refused('invalid', { errors: faults.map((code) => ({ in: 'body', pointer, code })) })
}
