/**
 * Tells people's other screens of what changes. Nothing is written for it and nobody is notified:
 * while anyone listens here, this process asks the database twice a second what state the products
 * of its listeners are in, for all of them at once. So it works with any number of processes, and a
 * booking knows nothing of it.
 */
import type { Change } from '@2park/contract/changes'
import type { Feed, Listener } from '@2park/contract/endpoint'
import { isBefore } from '@2park/domain/interval'
import type { z } from 'zod/mini'
import { steadily, type Steady } from '#jobs/steadily.ts'
import { endOf, listOpenSignIns } from '#modules/accounts/index.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { listStates } from './states.queries.ts'

type Event = z.output<typeof Change>
type Whose = { readonly accountId: string; readonly signInId: string }
type Watcher = Whose & Listener<Event>
/** Of each product its state. */
type States = ReadonlyMap<string, string>
type Watched = { states: States; readonly watchers: Set<Watcher> }

export type Changes = {
  /** What is told of begins when this resolves. */
  readonly watch: (whose: Whose) => Promise<Feed<Event>>
}

const everyMs = 500
/** Of one account in one process: more than anybody has screens. */
const mostOfAccount = 10
const retryAfterSeconds = 60

type Given = {
  readonly closing: AbortSignal | undefined
  readonly report: (error: Error) => void
}

export function openChanges(world: World, { closing, report }: Given): Changes {
  const accounts = new Map<string, Watched>()
  let asking: Steady | undefined

  const work = async () => {
    await askFor(world, accounts)
    return false
  }
  const join = (watcher: Watcher, states: States) => {
    // Somebody else of the account may have come before: what they know is older, or the same.
    const watched = accounts.get(watcher.accountId) ?? { states, watchers: new Set() }
    accounts.set(watcher.accountId, watched)
    watched.watchers.add(watcher)
    asking ??= steadily({ everyMs, work, report })
    return () => {
      watched.watchers.delete(watcher)
      if (watched.watchers.size === 0) accounts.delete(watcher.accountId)
      if (accounts.size > 0) return
      void asking?.stop()
      asking = undefined
    }
  }
  closing?.addEventListener('abort', () => {
    for (const { watchers } of accounts.values()) for (const { end } of watchers) end()
  })
  return {
    watch: async ({ accountId, signInId }) => {
      const states = (await statesOf(world, [accountId])).get(accountId) ?? new Map()
      if ((accounts.get(accountId)?.watchers.size ?? 0) >= mostOfAccount) {
        throw new Refused('tooManyRequests', { retryAfterSeconds })
      }
      return (listener) => {
        const leave = join({ accountId, signInId, ...listener }, states)
        if (closing?.aborted) listener.end()
        else listener.tell({ kind: 'ready' })
        return leave
      }
    },
  }
}

/** Tells everybody what has changed since they were told last. */
async function askFor(world: World, accounts: ReadonlyMap<string, Watched>): Promise<void> {
  const asked = [...accounts]
  const [signIns, states] = await Promise.all([
    openSignInsOf(
      world,
      asked.flatMap(([, { watchers }]) => [...watchers]),
    ),
    statesOf(
      world,
      asked.map(([accountId]) => accountId),
    ),
  ])
  for (const [accountId, watched] of asked) {
    const after = states.get(accountId) ?? new Map()
    tellChanges(watched, after)
    watched.states = after
    for (const watcher of watched.watchers) if (signIns.hasEnded(watcher)) endWatching(watcher)
  }
}

function tellChanges({ states: before, watchers }: Watched, after: States): void {
  const all = new Set([...before.keys(), ...after.keys()])
  const productIds = [...all].filter((id) => before.get(id) !== after.get(id))
  if (productIds.length === 0) return
  for (const watcher of watchers) watcher.tell({ kind: 'changed', productIds })
}

function endWatching(watcher: Watcher): void {
  watcher.tell({ kind: 'ended' })
  watcher.end()
}

/** Answers every account that was asked about, also one without a product. */
async function statesOf({ db, now }: World, accountIds: readonly string[]) {
  const states = new Map(accountIds.map((id) => [id, new Map<string, string>()]))
  for (const { accountId, productId, state } of await listStates(db, accountIds, now())) {
    states.get(accountId)?.set(productId, state)
  }
  return states
}

/** Which of these listeners are signed in no more; of who came later it says that they are. */
async function openSignInsOf({ db, now }: World, watchers: readonly Watcher[]) {
  const asked = new Set(watchers.map(({ signInId }) => signInId))
  const found = await listOpenSignIns(db, [...asked])
  const moment = now()
  const open = new Set(
    found.filter((signIn) => isBefore(moment, endOf(signIn))).map(({ id }) => id),
  )
  return {
    hasEnded: ({ signInId }: Watcher) => asked.has(signInId) && !open.has(signInId),
  }
}
