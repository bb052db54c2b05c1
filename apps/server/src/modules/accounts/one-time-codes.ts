/**
 * The codes of authenticator apps (TOTP, RFC 6238): six digits that follow from a secret and from
 * which half minute it is. A clock may be a step off, either way; each code counts once.
 */
import { createHmac, randomBytes } from 'node:crypto'

const stepSeconds = 30
const digits = 6
const stepsOff = 1

/** The length that the standard advises for SHA-1. */
const secretBytes = 20

export function makeSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** The step whose code this is, if it is later than the last one that was used. */
export function findStep(
  code: string,
  { secret, lastUsedStep }: { readonly secret: Buffer; readonly lastUsedStep: number },
  now: Temporal.Instant,
): number | undefined {
  const present = stepAt(now)
  for (let step = present - stepsOff; step <= present + stepsOff; step++) {
    if (step > lastUsedStep && codeOf(secret, step) === code) return step
  }
  return undefined
}

export function stepAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1000 / stepSeconds)
}

/** The HOTP value of a counter (RFC 4226), of which the step is one. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest.readUInt8(digest.length - 1) & 0xf
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** As apps read it from a QR code. Their own defaults are ours: SHA-1, six digits, thirty seconds. */
export function addressOf(secret: Buffer, email: string): string {
  const label = `2Park:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=2Park`
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => base32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
