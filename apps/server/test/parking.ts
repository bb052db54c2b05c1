/** What tests do with parking sessions, for an hour from the moment at which their town opens. */
import { mondayAtTen, type Resident } from './open-town.ts'

/** How many hours later it is planned for. */
type When = { readonly from?: number }

export function park({ call, productId }: Resident, number: string, { from }: When = {}) {
  const begin = mondayAtTen.add({ hours: from ?? 0 })
  const end = begin.add({ hours: 1 }).toString()
  const body = { plate: { number }, end, ...(from && { start: begin.toString() }) }
  return call('POST /products/{productId}/parking-sessions', { params: { productId }, body })
}

export function quoteOf({ call, productId }: Resident, { plate }: { readonly plate?: string }) {
  const end = mondayAtTen.add({ hours: 1 }).toString()
  const body = { end, ...(plate && { plate: { number: plate } }) }
  return call('POST /products/{productId}/quotes', { params: { productId }, body })
}

export function stop({ call }: Resident, parkingSessionId: string) {
  return call('POST /parking-sessions/{parkingSessionId}/_stop', { params: { parkingSessionId } })
}

export function extend({ call }: Resident, parkingSessionId: string, hours: number) {
  const sent = {
    params: { parkingSessionId },
    body: { end: mondayAtTen.add({ hours }).toString() },
  }
  return call('POST /parking-sessions/{parkingSessionId}/_extend', sent)
}

export function remove({ call }: Resident, parkingSessionId: string) {
  return call('DELETE /parking-sessions/{parkingSessionId}', { params: { parkingSessionId } })
}

export async function listOf({ call, productId }: Resident) {
  const params = { productId }
  const { body } = await call('GET /products/{productId}/parking-sessions', { params })
  return body.parkingSessions
}

export async function everyOf({ call }: Resident) {
  return (await call('GET /parking-sessions')).body.parkingSessions
}

export async function sessionsOf(who: Resident): Promise<string[]> {
  return (await listOf(who)).map(({ id }) => id)
}

export async function everySessionOf(who: Resident): Promise<string[]> {
  return (await everyOf(who)).map(({ id }) => id)
}

export async function recentPlatesOf({ call, productId }: Resident): Promise<string[]> {
  const params = { productId }
  const { body } = await call('GET /products/{productId}/recent-plates', { params })
  return body.recentPlates.map(({ plate }) => plate.number)
}
