/**
 * Has the device work for a moment, in the place of a captcha: it tries numbers until one makes the key
 * begin as the challenge says (ALTCHA with PBKDF2). Browsers do that beside the page's own thread.
 */
import { call, type OutputOf } from '@2park/web/api'

type Challenge = OutputOf<'GET /proof-challenge'>

/** Challenge and solution, as a form sends them along. */
export async function proveWork(): Promise<string> {
  const challenge = await call('GET /proof-challenge', {})
  const solution = await solve(challenge)
  return btoa(JSON.stringify({ challenge, solution }))
}

async function solve({ parameters }: Challenge) {
  const nonce = bytesOf(parameters.nonce)
  const tried = new Uint8Array(nonce.length + 4)
  tried.set(nonce)
  const view = new DataView(tried.buffer)
  const salt = bytesOf(parameters.salt)
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: parameters.cost }
  for (let counter = 0; ; counter++) {
    view.setUint32(nonce.length, counter)
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what makes it work
    const derivedKey = await derive(tried, way, parameters.keyLength)
    if (derivedKey.startsWith(parameters.keyPrefix)) return { counter, derivedKey }
  }
}

async function derive(
  tried: Uint8Array<ArrayBuffer>,
  way: Pbkdf2Params,
  keyLength: number,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', tried, 'PBKDF2', false, ['deriveBits'])
  return hexOf(new Uint8Array(await crypto.subtle.deriveBits(way, key, keyLength * 8)))
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
