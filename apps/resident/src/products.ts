/** The products of the signed-in user. The frame has always fetched them before a page is drawn. */
import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@2park/web/api'
import type { Wording } from '@2park/web/moments'
import { read } from '@2park/web/read'
import { m } from '#paraglide/messages.js'
import { useLocale } from './preferences.ts'

export type Product = OutputOf<'GET /products'>['products'][number]

export const productsRead = read('GET /products', {})

export function useProducts(): readonly Product[] {
  return useQuery(productsRead).data?.products ?? []
}

/** Whether anybody may park on it, now or once it holds. */
export function isUsable({ state }: Pick<Product, 'state'>): boolean {
  return state === 'active' || state === 'upcoming'
}

/** Moments are told in the user's language and by the municipality's clock. */
export function useWording({ organisation }: Product): Wording {
  return { locale: useLocale(), zone: organisation.timeZone }
}

/** Where it holds; of prepaid parking, at how many locations one may park with it (B1, O2). */
export function locationText({ location, locationCount = 1 }: Product): string {
  return locationCount > 1 ? m.location_count({ count: locationCount }) : location
}
