/**
 * Forgetting plates (K7): so many days after a session really ended, its plate is gone for good. A
 * delegation for one plate ends with it, so many days after its product was over.
 *
 * A plate stands on its session, on the delegation it was given for, on the product that it was issued
 * for and in what tells when it was active there, for a day in the answer that a retry would get, and
 * in a mail until that is sent. Neither the audit, nor the ledger, nor a log or an address ever holds
 * one, so nothing else has to be searched.
 */
import { recordChange } from '#modules/audit/index.ts'
import { endDelegationsOver } from '#modules/delegations/index.ts'
import type { World } from '#world.ts'
import {
  forgetActivePlatesOf,
  forgetOwnPlatesOf,
  forgetPlatesOf,
  forgetPlatesOfDeleted,
  forgetPlatesOfRevoked,
  listOrganisations,
  type Organisation,
} from './forgotten-plates.queries.ts'

/** So few that nobody waits for them, and a process that is killed has little to do again. */
export const platesAtATime = 500
const turns = 2000

type Forgetting = Pick<World, 'db' | 'now'>

export async function forgetPlates(world: Forgetting): Promise<void> {
  const organisations = await listOrganisations(world.db)
  for (const organisation of organisations) {
    await inTurns(() => forgetSome(world, organisation))
  }
  // After all plates that go by themselves: what fails here keeps none of those.
  const failures: unknown[] = []
  for (const organisation of organisations) {
    await inTurns(async () => {
      const { ended, failed } = await endDelegationsOver(world, dueNow(world, organisation))
      failures.push(...failed)
      return ended
    })
  }
  if (failures.length > 0) throw new AggregateError(failures, 'delegations not ended')
}

/** As many as are taken at a time means that there may be more. */
async function inTurns(take: () => Promise<number>): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if ((await take()) < platesAtATime) return
  }
}

function dueNow({ now }: Forgetting, { id: organisationId, plateDays }: Organisation) {
  const endedBy = now().subtract({ hours: plateDays * 24 })
  return { organisationId, endedBy, limit: platesAtATime }
}

/** The most that went of anything. */
async function forgetSome(world: Forgetting, organisation: Organisation): Promise<number> {
  const at = world.now()
  const due = dueNow(world, organisation)
  return world.db.transaction().execute(async (tx) => {
    const forgotten = Math.max(
      await forgetPlatesOfRevoked(tx, due),
      await forgetActivePlatesOf(tx, due),
      await forgetOwnPlatesOf(tx, due),
      await forgetPlatesOf(tx, due),
      await forgetPlatesOfDeleted(tx, due),
    )
    if (forgotten > 0) {
      const { organisationId } = due
      await recordChange(tx, { action: 'platesForgotten', organisationId, at })
    }
    return forgotten
  })
}
