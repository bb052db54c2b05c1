/** All walks, which come by every page and every sheet of the app's own list of places. */
import type { Sight } from '../looks/pages.ts'
import { account, blocked } from './account.ts'
import { beside } from './beside.ts'
import { door } from './door.ts'
import { parking, placed } from './parking.ts'
import { security } from './security.ts'
import type { Walk } from './walk.ts'

const all = [door, parking, placed, account, security, blocked, beside] as const

/** Its own journey looks at it: no other product than that has it. */
type Elsewhere = 'plateSwitch'

type Seen = (typeof all)[number]['stops'][number]['of'] | Elsewhere

/** What no walk comes by does not compile. Sheets that no address names are counted by `tools/walks.test.ts`. */
type Missed = Exclude<Sight, Seen>

export const walks: [Missed] extends [never] ? readonly Walk[] : { readonly missed: Missed } = all
