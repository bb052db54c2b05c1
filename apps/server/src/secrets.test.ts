import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { secretsKeyOf } from './secrets-key.ts'
import { secretsWith } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), '2park-secrets-'))

afterAll(() => rmSync(folder, { recursive: true }))

describe('a sealed secret', () => {
  const secrets = secretsWith(randomBytes(32))
  const plain = Buffer.from('a secret')

  test('is read again by its owner', () => {
    const sealed = secrets.seal(plain, 'anna')
    expect(secrets.open(sealed, 'anna')).toEqual(plain)
    expect(sealed.includes(plain)).toBe(false)
  })

  test('never looks the same', () => {
    expect(secrets.seal(plain, 'anna')).not.toEqual(secrets.seal(plain, 'anna'))
  })

  test('does not open for another owner, with another key, or when it was changed', () => {
    const sealed = secrets.seal(plain, 'anna')
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(30) ^ 1, 30)
    expect(secrets.open(sealed, 'eve')).toBeUndefined()
    expect(secretsWith(randomBytes(32)).open(sealed, 'anna')).toBeUndefined()
    expect(secrets.open(changed, 'anna')).toBeUndefined()
  })
})

describe('the key', () => {
  test('is made once in the data folder, for the owner of the files only', () => {
    const dataDir = join(folder, 'new')
    const key = secretsKeyOf({ secretsKey: undefined, dataDir })
    expect(key).toHaveLength(32)
    expect(secretsKeyOf({ secretsKey: undefined, dataDir })).toEqual(key)
    expect(statSync(join(dataDir, 'secrets-key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, 'secrets-key'), 'utf8').trim()).toBe(key.toString('base64'))
  })

  test('is the one of the setting where there is one', () => {
    const secretsKey = randomBytes(32)
    expect(secretsKeyOf({ secretsKey, dataDir: join(folder, 'none') })).toEqual(secretsKey)
  })
})
