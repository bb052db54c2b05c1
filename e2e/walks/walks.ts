/** All walks, which come by every page and every sheet of the app's own list of places. */
import type { Sight } from '../looks/pages.ts'
import { account, blocked } from './account.ts'
import { door } from './door.ts'
import { parking } from './parking.ts'
import type { Walk } from './walk.ts'

const all = [door, parking, account, blocked] as const

/** Its own journey looks at it: no other product than that has it. */
type Elsewhere = 'plateSwitch'

type Seen = (typeof all)[number]['stops'][number]['of'] | Elsewhere

/** What no walk comes by does not compile. */
type Missed = Exclude<Sight, Seen>

export const walks: [Missed] extends [never] ? readonly Walk[] : { readonly missed: Missed } = all
