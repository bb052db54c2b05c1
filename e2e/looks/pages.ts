/**
 * What there is to photograph, by the app's own list of places: a page or a sheet without a scene does
 * not compile.
 */
import type { Place } from '../../apps/resident/src/routing/place.ts'
import type { Scene } from './scene.ts'

type PageName = Place['page']

type PlaceOn<P extends PageName, Each extends Place = Place> = Each extends unknown
  ? P extends Each['page']
    ? Each
    : never
  : never

type SheetOn<P extends PageName> = 'sheet' extends keyof PlaceOn<P>
  ? Extract<PlaceOn<P>, { sheet?: unknown }>['sheet'] & string
  : never

type OnPage<P extends PageName> = {
  readonly [Part in 'page' | SheetOn<P>]: readonly [Scene, ...Scene[]]
}

/** The scenes of some pages: of each the page itself and every sheet that can be open on it. */
export type Pages<P extends PageName = PageName> = { readonly [Page in P]: OnPage<Page> }

/** What can be looked at: every page, and every sheet on it. The menu is the same on all of them. */
export type Sight<P extends PageName = PageName> =
  | { [Page in P]: Page | `${Page}?${Exclude<SheetOn<Page>, 'menu'>}` }[P]
  | 'sessions?menu'
