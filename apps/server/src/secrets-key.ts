/**
 * The key that secrets are sealed with: SECRETS_KEY, or one that is made at the first start and kept
 * in the data folder. The second is good enough where the data is ours to keep as well; a database
 * elsewhere may be shared by several processes, and those must share the key too.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#cannot-start.ts'
import type { Config } from '#config.ts'
import { secretsKeyBytes } from '#secrets.ts'

export function secretsKeyOf({
  secretsKey,
  dataDir,
}: Pick<Config, 'secretsKey' | 'dataDir'>): Buffer {
  if (secretsKey) return secretsKey
  const path = join(dataDir, 'secrets-key')
  try {
    return read(path)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  make(path, dataDir)
  return read(path)
}

function read(path: string): Buffer {
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (key.length === secretsKeyBytes) return key
  throw new CannotStart(`The key in ${path} is not what was written there: restore it.`)
}

/** Whole or not at all, and never over another's: two processes may start together. */
function make(path: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(secretsKeyBytes).toString('base64')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
