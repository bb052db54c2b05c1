/**
 * Passwords: kept as argon2id hashes with the least cost that OWASP's ASVS allows, in the form in
 * which the same characters are always the same bytes (NFC).
 */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

export const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Without a hash to compare with it takes as long and says no: nobody learns who has an account. */
export async function isPasswordOf(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const isSame = await verify(passwordHash ?? (await decoy), password.normalize('NFC'))
  return passwordHash !== undefined && isSame
}

const decoy = hashPassword(randomBytes(32).toString('base64'))
