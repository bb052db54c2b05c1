import type { Route } from '#http/route.ts'
import { presentPrice } from '#modules/parking-sessions/index.ts'
import { getUsableProduct, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { cursorOf, placeAt, placeOf } from './cursor.ts'
import { madeUpOf } from './made-up-of.ts'
import { presentEndedSession } from './presentation.ts'
import {
  countEndedSessions,
  findEndedSession,
  listEndedSessions,
  type Whose,
} from './sessions.queries.ts'

export function historyRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/history', async ({ actor, params }) => {
    const product = await getUsableProduct(world, actor, params.productId)
    const from = placeAt(world.now())
    return { parkingSessions: await countEndedSessions(world.db, whoseOf(product, actor), from) }
  })

  route('GET /products/{productId}/history/parking-sessions', async ({ actor, params, query }) => {
    const product = await getUsableProduct(world, actor, params.productId)
    const now = world.now()
    const from = query.after === undefined ? placeAt(now) : placeOf(query.after)
    const { rows, hasMore } = await listEndedSessions(world.db, whoseOf(product, actor), from)
    const last = rows.at(-1)
    return {
      parkingSessions: rows.map((row) => presentEndedSession(row, product, now)),
      ...(hasMore && last && { next: cursorOf({ at: last.endsAt, id: last.id }) }),
    }
  })

  route(
    'GET /products/{productId}/history/parking-sessions/{parkingSessionId}/price',
    async ({ actor, params }) => {
      const product = await getUsableProduct(world, actor, params.productId)
      const asked = { id: params.parkingSessionId, now: world.now() }
      const session = await findEndedSession(world.db, whoseOf(product, actor), asked)
      if (!session) throw new Refused('notFound')
      const during = { start: session.startsAt, end: session.endsAt }
      const price = await madeUpOf(world, { product, during, cost: session.cost })
      return price ? { price: presentPrice(price, product.unit) } : {}
    },
  )
}

/** A delegate's history is what they parked themselves (K4). */
function whoseOf(product: Product, { accountId }: Actor): Whose {
  return { productId: product.id, ...(product.delegation && { startedBy: accountId }) }
}
