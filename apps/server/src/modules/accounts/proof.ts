/**
 * Proof of work in the place of a captcha (ALTCHA): the device calculates for a moment, and the
 * person has nothing to read, hear or solve (WCAG 3.3.8). It makes it dear to ask for thousands of
 * mails, and stands beside the limits on how often one may ask.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { ProofChallenge } from '@2park/contract/proof'
import { isBefore } from '@2park/domain/interval'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod/mini'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { getSigningKey, spendProof } from './proof.queries.ts'

const algorithm = 'PBKDF2/SHA-256'
/** A second or so on a phone of some years ago. */
const cost = 1000
const fewestSteps = 500
const mostSteps = 1500
/** Who needs long for a form must not be hurried by it (WCAG 2.2.1). */
const holds = { hours: 1 }

/** What the device sends back, in base64. */
const Payload = z.object({
  challenge: ProofChallenge,
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

export async function challengeForProof(world: World): Promise<ProofChallenge> {
  const expiresAt = world.now().add(holds).toString()
  const { parameters, signature } = await createChallenge({
    algorithm,
    cost,
    counter: randomInt(fewestSteps, mostSteps),
    deriveKey,
    data: { expiresAt },
    ...(await keys(world)),
  })
  const { nonce, salt, keyLength, keyPrefix, keySignature = '' } = parameters
  return {
    // Signed as it was made: what is sent back must be this to the letter.
    parameters: {
      algorithm,
      cost,
      data: { expiresAt },
      keyLength,
      keyPrefix,
      keySignature,
      nonce,
      salt,
    },
    signature: signature ?? '',
  }
}

/** Lets pass who let their device work, once. */
export async function requireProof(world: World, proof: string): Promise<void> {
  const payload = read(proof)
  if (!payload || !(await isSolved(world, payload))) throw new Refused('proofNotAccepted')
  const expiresAt = Temporal.Instant.from(payload.challenge.parameters.data.expiresAt)
  const isInTime = isBefore(world.now(), expiresAt)
  const signature = Buffer.from(payload.challenge.signature, 'hex')
  if (!isInTime || !(await spendProof(world.db, signature, expiresAt)))
    throw new Refused('proofNotAccepted')
}

type Proof = z.output<typeof Payload>

function read(proof: string): Proof | undefined {
  try {
    return Payload.parse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8')))
  } catch {
    return undefined
  }
}

async function isSolved(world: World, { challenge, solution }: Proof): Promise<boolean> {
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    ...(await keys(world)),
  })
  return verified
}

async function keys({ db }: World) {
  const key = await getSigningKey(db, 'proof', () => randomBytes(32))
  const secret = key.toString('base64')
  return { hmacSignatureSecret: secret, hmacKeySignatureSecret: `solution ${secret}` }
}
