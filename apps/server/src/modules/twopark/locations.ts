/**
 * Where a product lets one park, by the codes of this protocol: in its own location, or of prepaid
 * parking in the one of several that is chosen for each action.
 */
import { listLocations } from '#modules/parking-sessions/index.ts'
import type { Product } from '#modules/products/index.ts'
import type { Visit } from './call.ts'
import { locationOf } from './product-ids.ts'

export type Location = {
  /** Undefined where there is no choice to make. */
  readonly id: string | undefined
  readonly code: string
  readonly name: string
}

type Asking = Pick<Visit, 'till' | 'actor'>

export async function locationsOf({ till, actor }: Asking, product: Product): Promise<Location[]> {
  const own = { id: undefined, code: locationOf(product), name: product.location }
  if (!isChosen(product)) return [own]
  const { locations } = await listLocations(till, actor, product)
  return locations.map(({ id, code, name }) => ({ id, code: coded(product, code), name }))
}

export function isChosen({ kind, locationCount }: Product): boolean {
  return kind === 'prepaid' && locationCount > 0
}

function coded({ twoPark }: Product, area: string): string {
  return `${twoPark.code}${area}`
}

/** Where a session is, by the name it goes by; of a product without a choice its own. */
export function locationNamed(
  locations: readonly Location[],
  name: string | null | undefined,
): Location | undefined {
  return locations.find((location) => location.name === name) ?? locations[0]
}
