/** Secrets that we hand out and recognise again without keeping them: 256 bits, of which we keep the SHA-256. */
import { createHash, randomBytes } from 'node:crypto'

export type SecretToken = { readonly token: string; readonly tokenHash: Buffer }

export function makeToken(): SecretToken {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOf(token) }
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
