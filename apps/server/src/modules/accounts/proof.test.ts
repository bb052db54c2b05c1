import { beforeEach, describe, expect, test } from 'vitest'
import { solvedProof } from '../../../test/solved-proof.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { requireProof } from './proof.ts'

const town = await openTown()
const publicUrl = new URL('https://2park.example')
const world = { ...town, now: () => town.now, publicUrl }

beforeEach(() => {
  town.now = mondayAtTen
})

describe('a proof of work', () => {
  test('A8: lets pass, once', async () => {
    const proof = await solvedProof(town.app)
    await expect(requireProof(world, proof)).resolves.toBeUndefined()
    await expect(requireProof(world, proof)).rejects.toThrow('proofNotAccepted')
  })

  test('lets pass once, also when it comes twice at the same moment', async () => {
    const proof = await solvedProof(town.app)
    const outcomes = await Promise.allSettled([
      requireProof(world, proof),
      requireProof(world, proof),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('holds for the twenty minutes that WCAG asks for, and an hour at most', async () => {
    const [first, second] = [await solvedProof(town.app), await solvedProof(town.app)]
    town.now = town.now.add({ minutes: 59 })
    await expect(requireProof(world, first)).resolves.toBeUndefined()
    town.now = town.now.add({ minutes: 1 })
    await expect(requireProof(world, second)).rejects.toThrow('proofNotAccepted')
  })

  test('is refused where the work was not done', async () => {
    const { challenge, solution } = read(await solvedProof(town.app))
    const lazy = { ...solution, counter: 1, derivedKey: '00'.repeat(32) }
    await expect(requireProof(world, write({ challenge, solution: lazy }))).rejects.toThrow(
      'proofNotAccepted',
    )
  })

  test('is refused where the challenge was made easier', async () => {
    const { challenge, solution } = read(await solvedProof(town.app))
    const later = { expiresAt: '2030-01-01T00:00:00Z' }
    const parameters = { ...challenge.parameters, data: later }
    const changed = write({ challenge: { ...challenge, parameters }, solution })
    await expect(requireProof(world, changed)).rejects.toThrow('proofNotAccepted')
  })

  test.each(['', 'nonsense', Buffer.from('{}').toString('base64')])(
    'is refused as %j',
    async (proof) => {
      await expect(requireProof(world, proof)).rejects.toThrow('proofNotAccepted')
    },
  )
})

type Read = {
  readonly challenge: { readonly parameters: object; readonly signature: string }
  readonly solution: object
}

function read(proof: string): Read {
  return JSON.parse(Buffer.from(proof, 'base64').toString()) as Read // As `solvedProof` wrote it.
}

function write(payload: Read): string {
  return Buffer.from(JSON.stringify(payload)).toString('base64')
}
