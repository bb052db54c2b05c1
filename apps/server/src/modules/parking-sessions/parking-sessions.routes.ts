import type { Route } from '#http/route.ts'
import { getUsableProduct } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import * as commands from './parking-sessions.commands.ts'
import { listSessions, type Whose } from './parking-sessions.queries.ts'
import { presentSession } from './presentation.ts'
import { toStartRequest } from './request.ts'
import { undoStop } from './undo-stop.commands.ts'

export function parkingSessionRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/parking-sessions', async ({ actor, params, query }) => {
    const { id: productId } = await getUsableProduct(world, actor, params.productId)
    return listed({ ...actor, productId }, query.state)
  })

  route('GET /parking-sessions', async ({ actor, query }) => listed(actor, query.state))

  route('POST /products/{productId}/parking-sessions', async ({ actor, keep, params, body }) =>
    commands.startSession(world, actor, {
      productId: params.productId,
      ...toStartRequest(body, body.plate),
      keep,
    }),
  )

  route('POST /parking-sessions/{parkingSessionId}/_extend', async (call) =>
    commands.extendSession(world, call.actor, {
      sessionId: call.params.parkingSessionId,
      end: Temporal.Instant.from(call.body.end),
      keep: call.keep,
    }),
  )

  route('POST /parking-sessions/{parkingSessionId}/_stop', async ({ actor, keep, params }) =>
    commands.stopSession(world, actor, { sessionId: params.parkingSessionId, keep }),
  )

  route('POST /parking-sessions/{parkingSessionId}/_resume', async ({ actor, keep, params }) =>
    undoStop(world, actor, { sessionId: params.parkingSessionId, keep }),
  )

  route('DELETE /parking-sessions/{parkingSessionId}', async ({ actor, keep, params }) => {
    await commands.deleteSession(world, actor, { sessionId: params.parkingSessionId, keep })
    return undefined
  })

  async function listed(whose: Whose, state: 'running' | 'planned' | 'ended' | undefined) {
    const now = world.now()
    const sessions = await listSessions(world.db, whose, { state, now })
    return {
      asOf: now.toString(),
      parkingSessions: sessions.map((session) => presentSession(session, session, now)),
    }
  }
}
