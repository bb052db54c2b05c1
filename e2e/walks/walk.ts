/** A walk along pages and sheets, by one person, to look at each of them with care. */
import type { ResidentGiven } from '#support/town.ts'
import type { Sight } from '../looks/pages.ts'
import type { Stage } from '../looks/scene.ts'

/** What the server has beside the app, in a demo. */
type DemoPage = 'mailbox' | 'mail' | 'clock' | 'bank'

export type Stop = {
  readonly of: Sight | DemoPage
  /** From the app's own addresses; `{product}` is the one that one starts with. Without it, where one is. */
  readonly at?: string
  /** What to do there, before it is looked at. */
  readonly act?: (stage: Stage) => Promise<unknown>
  /** The name of what its title says, where a sheet is open. No other place has one open. */
  readonly sheet?: string
  /** Whether it still waits for what it will show. */
  readonly isHeld?: boolean
}

export type Walk = {
  readonly name: string
  /** Whose; without it, nobody is signed in. */
  readonly by?: ResidentGiven
  readonly stops: readonly Stop[]
}
