import { describe, expect, test } from 'vitest'
import { addressOf, codeOf, findStep, stepAt, toBase32 } from './one-time-codes.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B: its codes have eight digits, of which apps show the last six.
test.each([
  ['1970-01-01T00:00:59Z', '94287082'],
  ['2005-03-18T01:58:29Z', '07081804'],
  ['2005-03-18T01:58:31Z', '14050471'],
  ['2009-02-13T23:31:30Z', '89005924'],
  ['2033-05-18T03:33:20Z', '69279037'],
  ['2603-10-11T11:33:20Z', '65353130'],
])('at %s the code is the last six of %s', (moment, code) => {
  expect(codeOf(secret, stepAt(Temporal.Instant.from(moment)))).toBe(code.slice(-6))
})

describe('a code', () => {
  const now = Temporal.Instant.from('2026-03-02T10:00:00Z')
  const present = stepAt(now)

  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %i steps off is accepted: %s', (off, isAccepted) => {
    const step = findStep(codeOf(secret, present + off), { secret, lastUsedStep: 0 }, now)
    expect(step).toBe(isAccepted ? present + off : undefined)
  })

  test('counts only when it is later than the last one used', () => {
    const code = codeOf(secret, present)
    expect(findStep(code, { secret, lastUsedStep: present - 1 }, now)).toBe(present)
    expect(findStep(code, { secret, lastUsedStep: present }, now)).toBeUndefined()
  })
})

// RFC 4648, section 10.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base32 is %j', (text, expected) => {
  expect(toBase32(Buffer.from(text))).toBe(expected)
})

test('the address names the account and us, and is safe for any e-mail address', () => {
  expect(addressOf(secret, 'anna+2park@example.com')).toBe(
    'otpauth://totp/2Park:anna%2B2park%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=2Park',
  )
})
