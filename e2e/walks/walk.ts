/** A walk along pages and sheets, by one person, to look at each of them with care. */
import type { ResidentGiven } from '#support/town.ts'
import type { Sight } from '../looks/pages.ts'
import type { Stage } from '../looks/scene.ts'

export type Stop = {
  readonly of: Sight
  /** From the app's own addresses; `{product}` is the one that one starts with. Without it, where one is. */
  readonly at?: string
  /** What to do there, before it is looked at. */
  readonly act?: (stage: Stage) => Promise<unknown>
}

export type Walk = {
  readonly name: string
  /** Whose; without it, nobody is signed in. */
  readonly by?: ResidentGiven
  readonly stops: readonly Stop[]
}
