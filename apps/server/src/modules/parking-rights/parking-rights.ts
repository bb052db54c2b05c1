/**
 * May this plate stand in this area at this moment, now or in the past? For enforcement, who is told
 * until when and on what kind of product, and never whose. Plates are forgotten after thirteen weeks
 * at the latest, so nothing is known of a moment before that.
 */
import { parkingRightAt, type ParkingRight } from '@2park/domain/parking-right'
import type { Database } from '#database/database.ts'
import { listRights, type Where } from './parking-rights.queries.ts'

export async function findParkingRight(
  db: Database,
  { plate, areaId }: Where,
  at: Temporal.Instant,
): Promise<ParkingRight | undefined> {
  return parkingRightAt(await listRights(db, { plate, areaId }, at), plate, at)
}
