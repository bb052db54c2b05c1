/** Numbers that look random and are the same in every run (xorshift32). */
export type Random = () => number

/** Numbers from 0 up to, and without, 1. */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

export function integerBelow(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}
