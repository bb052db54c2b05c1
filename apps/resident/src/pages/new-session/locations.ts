/** Where a prepaid product lets one park (O2): the locations of its municipality, and the one proposed. */
import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import { read } from '@2park/web/read'
import type { Product } from '#products.ts'

export type Location = OutputOf<'GET /products/{productId}/locations'>['locations'][number]

/** Undefined for a product that leaves no choice. */
export type Locations = {
  readonly all: readonly Location[]
  /** Where one parked last, or the only one there is. */
  readonly proposed: string | undefined
}

export function useLocations({ id: productId, kind }: Product): Locations | undefined {
  const isPrepaid = kind === 'prepaid'
  const { data } = useQuery({
    ...read('GET /products/{productId}/locations', { params: { productId } }),
    enabled: isPrepaid,
  })
  if (!isPrepaid) return undefined
  const all = data?.locations ?? []
  return { all, proposed: data?.lastUsed ?? (all.length === 1 ? all[0]?.id : undefined) }
}

/** Those whose name or code holds every word that is searched for. */
export function foundLocations(all: readonly Location[], search: string): readonly Location[] {
  const words = search.trim().toLowerCase().split(/\s+/)
  return all.filter(({ name, code }) => {
    const text = `${name} ${code}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
