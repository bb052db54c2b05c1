/** All SQL about a key that can't be read any more. */
import type { Tx } from '#database/database.ts'

/**
 * Gives up a sealed key, and every subscription with it: they hold for that key only. Of two processes
 * that find it so, one does.
 */
export async function dropKey(tx: Tx, purpose: string, sealed: Buffer): Promise<void> {
  const row = await tx
    .deleteFrom('signing_keys')
    .where('purpose', '=', purpose)
    .where('value', '=', sealed)
    .returning('purpose')
    .executeTakeFirst()
  if (row) await tx.deleteFrom('push_subscriptions').execute()
}
