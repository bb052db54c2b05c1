/**
 * Forgetting plates (K7): so many days after a session really ended, its plate is gone for good.
 *
 * A plate stands on its session, on the delegation it was given for, on the product that it was issued
 * for and in what tells when it was active there, for a day in the answer that a retry would get, and
 * in a mail until that is sent. Neither the audit, nor the ledger, nor a log or an address ever holds
 * one, so nothing else has to be searched.
 */
import { recordChange } from '#modules/audit/index.ts'
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

export async function forgetPlates(world: Pick<World, 'db' | 'now'>): Promise<void> {
  for (const organisation of await listOrganisations(world.db)) {
    for (let turn = 0; turn < turns; turn++) {
      const forgotten = await forgetSome(world, organisation)
      if (forgotten < platesAtATime) break
    }
  }
}

/** The most that went of anything: as many as are taken at a time means that there may be more. */
async function forgetSome(
  { db, now }: Pick<World, 'db' | 'now'>,
  { id: organisationId, plateDays }: Organisation,
): Promise<number> {
  const at = now()
  const endedBy = at.subtract({ hours: plateDays * 24 })
  return db.transaction().execute(async (tx) => {
    const due = { organisationId, endedBy, limit: platesAtATime }
    const forgotten = Math.max(
      await forgetPlatesOfRevoked(tx, due),
      await forgetActivePlatesOf(tx, due),
      await forgetOwnPlatesOf(tx, due),
      await forgetPlatesOf(tx, due),
      await forgetPlatesOfDeleted(tx, due),
    )
    if (forgotten > 0) {
      const accountId = undefined
      await recordChange(tx, { action: 'platesForgotten', accountId, organisationId, at })
    }
    return forgotten
  })
}
