import { randomBytes } from 'node:crypto'
import { secretsKeyBytes, secretsWith, type Secrets } from '#secrets.ts'

/** For a database that goes when the test has ended: its key goes too. */
export function anySecrets(): Secrets {
  return secretsWith(randomBytes(secretsKeyBytes))
}
