/** A proof of work, asked of whoever is not signed in and would have us send a mail. */
import { z } from 'zod/mini'
import { endpoints } from './endpoint.ts'
import { Instant } from './fields.ts'

/** A challenge as ALTCHA has it, signed by us. */
export const ProofChallenge = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    cost: z.int(),
    data: z.object({ expiresAt: Instant }),
    keyLength: z.int(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: z.string(),
})
export type ProofChallenge = z.output<typeof ProofChallenge>

/** Challenge and solution, as JSON in base64; it counts once. */
export const Proof = z.string().check(z.minLength(1), z.maxLength(4096))

export const proofEndpoints = endpoints({
  'GET /proof-challenge': {
    summary: 'A challenge to calculate on; the solution goes with a form as its proof.',
    tag: 'account',
    open: true,
    response: ProofChallenge,
    status: 200,
    problems: [],
  },
})
