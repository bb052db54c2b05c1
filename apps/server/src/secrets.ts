/**
 * Secrets that must be read again, such as what an authenticator app counts from, are sealed before
 * they go into the database (AES-256-GCM): whoever gets a copy of it has nothing without the key,
 * which is kept elsewhere. What is sealed for one account does not open for another.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export type Secrets = {
  readonly seal: (plain: Buffer, owner: string) => Buffer
  /** Undefined for another key, another owner, and for what was changed meanwhile. */
  readonly open: (sealed: Buffer, owner: string) => Buffer | undefined
}

export const secretsKeyBytes = 32
const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

export function secretsWith(key: Buffer): Secrets {
  return {
    seal: (plain, owner) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(owner))
      const hidden = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), hidden])
    },
    open: (sealed, owner) => {
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
      const plain = decipher.update(sealed.subarray(ivBytes + tagBytes))
      try {
        return Buffer.concat([plain, decipher.final()])
      } catch {
        // That the tag does not fit is the one thing that this step can say no to.
        return undefined
      }
    },
  }
}
