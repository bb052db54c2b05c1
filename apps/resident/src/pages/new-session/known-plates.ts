/** The plates that this product knows: its favourites by name, and those parked there lately (F6). */
import { useQuery } from '@tanstack/react-query'
import { lookAlikes } from '@2park/domain/look-alike'
import { isSamePlate, normalisePlate } from '@2park/domain/plate'
import type { PlateValue } from '@2park/web/components/PlateField'
import { read } from '@2park/web/read'
import type { Product } from '#products.ts'

export type KnownPlate = { readonly plate: PlateValue; readonly name?: string }

export type KnownPlates = {
  readonly favourites: readonly KnownPlate[]
  readonly recent: readonly KnownPlate[]
}

export function useKnownPlates({ id: productId, delegation }: Product): KnownPlates {
  const input = { params: { productId } }
  // Favourites are the holder's own (I4).
  const favourites = useQuery({
    ...read('GET /products/{productId}/favourites', input),
    enabled: delegation === undefined,
  })
  const recent = useQuery(read('GET /products/{productId}/recent-plates', input))
  return {
    favourites: favourites.data?.favourites ?? [],
    recent: recent.data?.recentPlates ?? [],
  }
}

/** Of the plates by name or number those that hold what is searched for, dashes or not. */
export function found(plates: readonly KnownPlate[], search: string): readonly KnownPlate[] {
  const words = search.trim().toLowerCase()
  const number = normalisePlate(search)
  if (words === '') return plates
  return plates.filter(
    ({ plate, name = '' }) =>
      name.toLowerCase().includes(words) || (number !== '' && plate.number.includes(number)),
  )
}

/** The plate that was probably meant, where this one is new and looks like a known one. */
export function probablyMeant(plate: PlateValue, known: KnownPlates): KnownPlate | undefined {
  const all = [...known.favourites, ...known.recent]
  if (all.some((each) => isSamePlate(each.plate, plate))) return undefined
  const [meant] = lookAlikes(
    plate,
    all.map((each) => each.plate),
  )
  return meant && all.find((each) => each.plate === meant)
}
