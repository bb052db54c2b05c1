/**
 * A passkey without a device: it makes and uses one as an authenticator does, with a real key and the
 * binary formats of the standard (WebAuthn level 3, §6), and can be told to do it wrongly.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { NewCredential, UsedCredential } from '@2park/contract/passkeys'
import type { z } from 'zod/mini'
import type { Client } from './http-client.ts'

/** What it does otherwise than it should. */
export type Deviation = {
  readonly origin?: string
  readonly rpId?: string
  /** Whether the person showed that it is them, by a finger or a code. */
  readonly isVerified?: boolean
  /** How often it was used, as it says itself. */
  readonly count?: number
  readonly userHandle?: string
  readonly challenge?: string
}

type Creation = {
  readonly rp: { readonly id: string }
  readonly user: { readonly id: string }
  readonly challenge: string
}
type Request = { readonly rpId: string; readonly challenge: string }

export type SoftwareAuthenticator = {
  readonly credentialId: string
  readonly create: (options: Creation, deviation?: Deviation) => z.input<typeof NewCredential>
  readonly use: (options: Request, deviation?: Deviation) => z.input<typeof UsedCredential>
}

export function softwareAuthenticator(origin: string): SoftwareAuthenticator {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const credentialId = id.toString('base64url')
  const named = { id: credentialId, rawId: credentialId, type: 'public-key' as const }
  let userHandle = ''
  let uses = 0
  return {
    credentialId,
    create: ({ rp, user, challenge }, deviation = {}) => {
      userHandle = user.id
      const holder = Buffer.concat([
        Buffer.alloc(16),
        twoBytes(id.length),
        id,
        coseKey(keys.publicKey),
      ])
      const state = { rpId: rp.id, isVerified: true, count: 0, ...deviation }
      const authData = Buffer.concat([stateOf(state, holder), holder])
      const clientData = clientDataOf('webauthn.create', { origin, challenge, ...deviation })
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return {
        ...named,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      }
    },
    use: ({ rpId, challenge }, deviation = {}) => {
      uses += 1
      const authData = stateOf({ rpId, isVerified: true, count: uses, ...deviation })
      const clientData = clientDataOf('webauthn.get', { origin, challenge, ...deviation })
      return {
        ...named,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signatureOf(keys.privateKey, authData, clientData).toString('base64url'),
          userHandle: deviation.userHandle ?? userHandle,
        },
      }
    },
  }
}

/** Adds a passkey to the account of who is signed in. */
export async function addPasskey(
  { call }: { readonly call: Client },
  authenticator: SoftwareAuthenticator,
  name = 'Passkey',
) {
  const { body: options } = await call('POST /account/passkeys/_challenge')
  const credential = authenticator.create(options)
  return call('POST /account/passkeys', { body: { name, credential } })
}

type State = { readonly rpId: string; readonly isVerified: boolean; readonly count: number }

/** The authenticator data, up to what it says of a new key. */
function stateOf({ rpId, isVerified, count }: State, holder?: Buffer): Buffer {
  const flags = 0x01 | (isVerified ? 0x04 : 0) | (holder ? 0x40 : 0)
  const counter = Buffer.alloc(4)
  counter.writeUInt32BE(count)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter])
}

type Said = { readonly origin: string; readonly challenge: string }

function clientDataOf(type: string, { origin, challenge }: Said): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function signatureOf(key: KeyObject, authData: Buffer, clientData: Buffer): Buffer {
  return sign('sha256', Buffer.concat([authData, sha256(clientData)]), key)
}

/** A P-256 key as COSE has it (RFC 9053): its kind, its algorithm, its curve, x and y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

type Cbor = number | string | Buffer | Map<number, Cbor> | Map<string, Cbor>

/** As much of CBOR (RFC 8949) as that takes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].map(([key, held]) => Buffer.concat([cbor(key), cbor(held)]))
  return Buffer.concat([head(5, value.size), ...pairs])
}

function head(kind: number, number: number): Buffer {
  if (number < 24) return Buffer.from([(kind << 5) | number])
  if (number < 256) return Buffer.from([(kind << 5) | 24, number])
  return Buffer.concat([Buffer.from([(kind << 5) | 25]), twoBytes(number)])
}

function twoBytes(number: number): Buffer {
  return Buffer.from([number >> 8, number & 0xff])
}

function sha256(content: Buffer | string): Buffer {
  return createHash('sha256').update(content).digest()
}
