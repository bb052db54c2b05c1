/**
 * The plates of a product as the protocol knows them: its members, each with what it is parked for. A
 * plate is one as long as it is a favourite or is parked.
 */
import type { Plate } from '@2park/domain/plate'
import { stateOf } from '@2park/domain/session'
import type { Favourite } from '#modules/favourites/index.ts'
import type { ListedSession } from '#modules/parking-sessions/index.ts'
import { costText, endText, momentText } from './formats.ts'
import { locationNamed, type Location } from './locations.ts'
import { parameters, type Parameter } from './parameters.ts'

export type Action = {
  readonly atn_id: string
  readonly atn_state: 'ACTIVE' | 'SCHEDULED'
  readonly atn_chained: 'NO'
  readonly atn_chained_child_id: ''
  readonly atn_parameters: readonly Parameter[]
}

export type Member = {
  readonly mbr_id: string
  readonly mbr_identifier: string
  readonly mbr_type: 'LPN' | 'FLPN'
  readonly mbr_active: 'YES' | 'NO'
  readonly mbr_parameters: readonly Parameter[]
  readonly mbr_actions: readonly Action[]
  readonly mbr_grants: readonly never[]
}

type Session = Pick<ListedSession, 'id' | 'plate' | 'during' | 'openEnded' | 'unit'> & {
  readonly cost: number
  readonly location?: string | null | undefined
}

type Kept = {
  readonly favourites: readonly Favourite[]
  readonly sessions: readonly Session[]
}

export function membersOf(
  locations: readonly Location[],
  { favourites, sessions }: Kept,
  now: Temporal.Instant,
) {
  const named = favourites.map(({ id, plate, name }) => ({ id, plate, name }))
  const known = new Set(named.map(({ plate }) => keyOf(plate)))
  const plates = new Map<string, { id: string; plate: Plate; name?: string }>()
  for (const favourite of named) plates.set(keyOf(favourite.plate), favourite)
  for (const { id, plate } of sessions) {
    if (!known.has(keyOf(plate)) && !plates.has(keyOf(plate)))
      plates.set(keyOf(plate), { id, plate })
  }
  return [...plates.values()].map(({ id, plate, name }): Member => {
    const own = sessions.filter((session) => keyOf(session.plate) === keyOf(plate))
    const actions = own.map((session) => presentAction(session, locations, now))
    return {
      mbr_id: id,
      mbr_identifier: plate.number,
      mbr_type: 'LPN',
      mbr_active: actions.some(({ atn_state }) => atn_state === 'ACTIVE') ? 'YES' : 'NO',
      mbr_parameters: name === undefined ? [] : parameters({ NICKNAME: name }),
      mbr_actions: actions,
      mbr_grants: [],
    }
  })
}

function keyOf({ number, country }: Plate): string {
  return `${country} ${number}`
}

export function presentAction(
  session: Session,
  locations: readonly Location[],
  now: Temporal.Instant,
): Action {
  const { id, during, openEnded, cost, unit } = session
  const location = locationNamed(locations, session.location)
  return {
    atn_id: id,
    atn_state: stateOf({ during }, now) === 'planned' ? 'SCHEDULED' : 'ACTIVE',
    atn_chained: 'NO',
    atn_chained_child_id: '',
    atn_parameters: parameters({
      TIMESTART: momentText(during.start),
      TIMEEND: openEnded ? '' : endText(during.end),
      LOCATION: location?.name ?? '',
      COST: costText(cost, unit),
      LOC_CODE: location?.code ?? '',
    }),
  }
}
