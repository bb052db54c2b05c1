import type { Route } from '#http/route.ts'
import { presentPrice } from '#modules/parking-sessions/index.ts'
import { getOwnProduct, getUsableProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { csvHead, csvLine } from './csv.ts'
import { cursorOf, cursorOfNumber, numberOf, placeAt, placeOf } from './cursor.ts'
import { mailList, productFor, sheetOf, whoseOf } from './lists.ts'
import { madeUpOf } from './made-up-of.ts'
import { fileNameOf } from './mailing.commands.ts'
import { presentEndedSession, presentTransaction } from './presentation.ts'
import { countEndedSessions, findEndedSession, listEndedSessions } from './sessions.queries.ts'
import type { Sheet } from './sheet.ts'
import { countTransactions, listTransactions } from './transactions.queries.ts'

export function historyRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/history', async ({ actor, params }) => {
    const product = await getUsableProduct(world, actor, params.productId)
    const from = placeAt(world.now())
    return {
      parkingSessions: await countEndedSessions(world.db, whoseOf(product, actor), from),
      ...(!product.delegation && { transactions: await countTransactions(world.db, product.id) }),
    }
  })

  sessionRoutes(route, world)

  route('GET /products/{productId}/history/transactions', async ({ actor, params, query }) => {
    const product = await getOwnProduct(world, actor, params.productId)
    const now = world.now()
    const before = query.after === undefined ? Number.MAX_SAFE_INTEGER : numberOf(query.after)
    const { rows, hasMore } = await listTransactions(world.db, product.id, { before })
    const last = rows.at(-1)
    return {
      transactions: rows.map((row) => presentTransaction(row, product, now)),
      ...(hasMore && last && { next: cursorOfNumber(last.number) }),
    }
  })

  route('GET /products/{productId}/history/_download', async ({ actor, params, query }) => {
    const product = await productFor(world, actor, { ...params, ...query })
    const { language = 'nl', list } = query
    const sheet = sheetOf(world, { product, actor, list, language })
    return { name: fileNameOf(sheet.name), parts: csvOf(sheet) }
  })

  route('POST /products/{productId}/history/_mail', async ({ actor, keep, params, body }) => {
    await mailList(world, actor, { ...params, ...body, keep })
    return undefined
  })
}

function sessionRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/history/parking-sessions', async ({ actor, params, query }) => {
    const product = await getUsableProduct(world, actor, params.productId)
    const now = world.now()
    const before = query.after === undefined ? placeAt(now) : placeOf(query.after)
    const { rows, hasMore } = await listEndedSessions(world.db, whoseOf(product, actor), { before })
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
      const areaId = session.areaId ?? product.areaId
      const parked = { product: { ...product, areaId }, during, cost: session.cost }
      const price = await madeUpOf(world, parked)
      return price ? { price: presentPrice(price, product.unit) } : {}
    },
  )
}

async function* csvOf({ head, rows }: Sheet): AsyncGenerator<string> {
  yield csvHead(head)
  for await (const row of rows) yield csvLine(row)
}
