/**
 * Recovery codes: each stands in once for the second factor, for who lost it. They are short enough
 * to copy from paper, so they are kept as passwords are: as argon2id hashes. A set has one salt, so
 * that a code is looked up by one hash.
 */
import { randomBytes } from 'node:crypto'
import { recoveryCodesInSet } from '@2park/contract/second-factor'
import { hashRaw } from '@node-rs/argon2'
import { cost } from './passwords.ts'

export type RecoveryCodes = {
  /** For their owner's eyes only. */
  readonly codes: readonly string[]
  readonly salt: Buffer
  readonly hashes: readonly Buffer[]
}

/** Crockford's alphabet: nothing in it is taken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 10

export async function makeRecoveryCodes(): Promise<RecoveryCodes> {
  const plain = Array.from({ length: recoveryCodesInSet }, makeCode)
  const salt = randomBytes(16)
  const hashes = await Promise.all(plain.map((code) => hashRecoveryCode(code, salt)))
  return { codes: plain.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), salt, hashes }
}

/** Of a code as it was typed: small letters, dashes, and an O for a 0. */
export async function hashRecoveryCode(typed: string, salt: Buffer): Promise<Buffer> {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return hashRaw(code, { ...cost, salt })
}

/** A byte has eight letters' worth of every letter, so each is as likely. */
function makeCode(): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('')
}
