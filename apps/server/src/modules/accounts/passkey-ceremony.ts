/**
 * What a browser and we exchange about a passkey (WebAuthn level 3). The options are plain values of
 * ours; what comes back is binary formats and signatures, and read by a library. It is loaded when
 * the first passkey comes by: most people have none.
 */
import { randomBytes } from 'node:crypto'
import type { NewCredential, UsedCredential } from '@2park/contract/passkeys'
import type { z } from 'zod/mini'
import type { World } from '#world.ts'
import type { Account } from './accounts.queries.ts'
import { insertChallenge, takeChallenge, type Challenge, type Passkey } from './passkeys.queries.ts'
import { hashOf } from './secret-token.ts'

type Site = Pick<World, 'publicUrl'>

export type CreatedPasskey = {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly useCount: number
}

export type Registration = z.output<typeof NewCredential>
export type Assertion = z.output<typeof UsedCredential>

const challengeFor = { minutes: 5 }
const timeoutMs = 5 * 60_000

/** Ed25519, P-256 and RSA, as COSE numbers them: between them they are in every device. */
const algorithms = [-8, -7, -257]

const transportsKnown = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

export async function makeChallenge(world: World, challenge: Challenge): Promise<string> {
  const text = randomBytes(32).toString('base64url')
  const expiresAt = world.now().add(challengeFor)
  await insertChallenge(world.db, challenge, { hash: hashOf(text), expiresAt })
  return text
}

export function creationOptions(
  { publicUrl }: Site,
  { id, email }: Account,
  { challenge, passkeys }: { readonly challenge: string; readonly passkeys: readonly Passkey[] },
) {
  return {
    rp: { id: publicUrl.hostname, name: '2Park' },
    user: { id: handleOf(id), name: email, displayName: email },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: timeoutMs,
    excludeCredentials: passkeys.map(toKnown),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
  }
}

export function requestOptions(
  { publicUrl }: Site,
  { challenge, passkeys }: { readonly challenge: string; readonly passkeys: readonly Passkey[] },
) {
  return {
    rpId: publicUrl.hostname,
    challenge,
    timeout: timeoutMs,
    allowCredentials: passkeys.map(toKnown),
    userVerification: 'required' as const,
  }
}

function toKnown({ credentialId, transports }: Passkey) {
  return {
    id: credentialId,
    type: 'public-key' as const,
    transports: transportsKnown.filter((each) => transports.includes(each)),
  }
}

/** What a passkey knows its account by: nothing that says who it is. */
export function handleOf(accountId: string): string {
  return Buffer.from(accountId).toString('base64url')
}

type Read<T> = { readonly challenge: Challenge; readonly result: T }

/** Undefined for whatever does not come from our page, for our challenge, with the person verified. */
export async function readRegistration(
  world: World,
  response: Registration,
): Promise<Read<CreatedPasskey> | undefined> {
  return answering(world, response, async (expected) => {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, response: withoutTransports(response), clientExtensionResults: {} },
      ...expected,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return { credentialId: id, publicKey: Buffer.from(publicKey), useCount: counter }
  })
}

/** The count that came with it; undefined also where a copy of the passkey was used since. */
export async function readAssertion(
  world: World,
  response: Assertion,
  passkey: CreatedPasskey,
): Promise<Read<{ readonly count: number }> | undefined> {
  return answering(world, response, async (expected) => {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      ...expected,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.useCount,
      },
    })
    return verified ? { count: authenticationInfo.newCounter } : undefined
  })
}

type Expected = {
  readonly expectedChallenge: string
  readonly expectedOrigin: string
  readonly expectedRPID: string
  readonly requireUserVerification: true
}

/** Takes the challenge first: whatever is wrong with the answer, there is no second one. */
async function answering<T>(
  { db, now, publicUrl }: World,
  { response }: { readonly response: { readonly clientDataJSON: string } },
  verify: (expected: Expected) => Promise<T | undefined>,
): Promise<Read<T> | undefined> {
  const expectedChallenge = challengeIn(response.clientDataJSON)
  if (expectedChallenge === undefined) return undefined
  const challenge = await takeChallenge(db, hashOf(expectedChallenge), now())
  if (!challenge) return undefined
  try {
    const result = await verify({
      expectedChallenge,
      expectedOrigin: publicUrl.origin,
      expectedRPID: publicUrl.hostname,
      requireUserVerification: true,
    })
    return result && { challenge, result }
  } catch {
    // The library throws for each thing that is wrong with an answer, and touches nothing of ours.
    return undefined
  }
}

function challengeIn(clientDataJson: string): string | undefined {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString())
    const isRead = typeof said === 'object' && said !== null && 'challenge' in said
    return isRead && typeof said.challenge === 'string' ? said.challenge : undefined
  } catch {
    return undefined
  }
}

/** We ask for them apart: they only help a browser, and are no part of what is verified. */
function withoutTransports({ response }: Registration) {
  const { clientDataJSON, attestationObject } = response
  return { clientDataJSON, attestationObject }
}
