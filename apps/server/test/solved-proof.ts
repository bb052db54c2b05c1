/** Does what a browser does for a form that asks for a proof of work. */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { FastifyInstance } from 'fastify'
import { clientOf } from './http-client.ts'

export async function solvedProof(app: FastifyInstance): Promise<string> {
  const { body: challenge } = await clientOf(app)('GET /proof-challenge')
  const solved = await solveChallenge({ challenge, deriveKey })
  if (!solved) throw new Error('a challenge that nobody can solve')
  const { counter, derivedKey } = solved
  const payload = { challenge, solution: { counter, derivedKey } }
  return Buffer.from(JSON.stringify(payload)).toString('base64')
}
