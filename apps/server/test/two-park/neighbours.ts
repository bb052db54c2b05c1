/** Residents of municipalities that clients of the 2Park protocol may come to, each with its letters. */
import type { Given } from '../arrange.ts'
import type { OpenTown, Resident } from '../open-town.ts'

export type Neighbour = Resident & {
  /** What clients call the product, and its location. */
  readonly wireId: string
  readonly location: string
}

let towns = 0

export async function neighbour(
  town: OpenTown,
  { twoPark, ...given }: Given = {},
): Promise<Neighbour> {
  const { code = nextCode(), type = 'BZRG', area = '1317' } = twoPark ?? {}
  const resident = await town.resident({ ...given, twoPark: { code, type, area } })
  return { ...resident, wireId: `${code}${type}_${area}$100001`, location: `${code}${area}` }
}

/** Three letters, of which no two towns have the same. */
function nextCode(): string {
  const number = towns++
  return String.fromCharCode(...[676, 26, 1].map((worth) => 65 + (Math.floor(number / worth) % 26)))
}
