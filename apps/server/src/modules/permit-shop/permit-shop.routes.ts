import { plate } from '@2park/domain/plate'
import type { Route } from '#http/route.ts'
import { getOrganisation } from '#modules/organisations/index.ts'
import { findIssuedProduct, listIssuedProducts } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { World } from '#world.ts'
import { findAlsoWrong, findAlsoWrongInChange, listOffer } from './offer.ts'
import * as commands from './permit-shop.commands.ts'
import { present } from './presentation.ts'
import { getShopDetails } from './shops.queries.ts'

const productsAtATime = 50

export function permitShopRoutes(route: Route, world: World): void {
  readRoutes(route, world)
  issuingRoutes(route, world)
  changingRoutes(route, world)
}

function readRoutes(route: Route, world: World): void {
  route('GET /permit-shop', async ({ shop }) => {
    const { organisationId, shopId } = shop
    const { productTypes, areas } = await listOffer(world.db, organisationId)
    const { name, webhook } = await getShopDetails(world.db, shopId)
    return {
      name,
      organisation: await getOrganisation(world.db, organisationId),
      productTypes: productTypes.map(({ code, name: typeName, unit }) => ({
        code,
        name: typeName,
        unit,
      })),
      areas: areas.map(({ code, name: areaName }) => ({ code, name: areaName })),
      ...(webhook && {
        webhook: { ...webhook, lastError: webhook.lastError ?? undefined },
      }),
    }
  })

  route('GET /permit-shop/products', async ({ shop, query }) => {
    const limit = productsAtATime + 1
    const { before } = query
    const listed = await listIssuedProducts(world.db, shop.organisationId, { before, limit })
    const now = world.now()
    return {
      products: listed.slice(0, productsAtATime).map((product) => present(product, now)),
      hasMore: listed.length > productsAtATime,
    }
  })

  route('GET /permit-shop/products/{productId}', async ({ shop, params }) => {
    const product = await findIssuedProduct(world.db, { ...shop, ...params })
    if (!product) throw new Refused('notFound')
    return present(product, world.now())
  })
}

function issuingRoutes(route: Route, world: World): void {
  route(
    'POST /permit-shop/products',
    async ({ shop, keep, body }) =>
      commands.issue(world, shop, {
        ...body,
        valid: {
          start: Temporal.Instant.from(body.validFrom),
          end: Temporal.Instant.from(body.validUntil),
        },
        plates: body.plates.map(({ number, country }) => plate(number, country)),
        rightsQuantity: body.rightsQuantity,
        keep,
      }),
    async ({ shop }, body) => findAlsoWrong(world.db, shop.organisationId, body),
  )

  route('POST /permit-shop/products/{productId}/_mail', async ({ shop, keep, params }) => {
    await commands.sendAgain(world, shop, { ...params, keep })
    return undefined
  })

  route('POST /permit-shop/products/{productId}/_link', async ({ shop, params }) =>
    commands.giveLink(world, shop, params.productId),
  )
}

function changingRoutes(route: Route, world: World): void {
  route(
    'PATCH /permit-shop/products/{productId}',
    async ({ shop, keep, params, body }) =>
      commands.change(world, shop, {
        ...params,
        keep,
        email: body.email,
        validFrom: body.validFrom === undefined ? undefined : Temporal.Instant.from(body.validFrom),
        validUntil:
          body.validUntil === undefined ? undefined : Temporal.Instant.from(body.validUntil),
        plates: body.plates?.map(({ number, country }) => plate(number, country)),
        rightsQuantity: body.rightsQuantity,
      }),
    async ({ shop }, body, params) =>
      findAlsoWrongInChange(world.db, shop.organisationId, { params, body }),
  )

  route('POST /permit-shop/products/{productId}/_block', async ({ shop, keep, params }) =>
    commands.block(world, shop, { ...params, keep }),
  )

  route('POST /permit-shop/products/{productId}/_unblock', async ({ shop, keep, params }) =>
    commands.unblock(world, shop, { ...params, keep }),
  )

  route('POST /permit-shop/products/{productId}/_end', async ({ shop, keep, params }) =>
    commands.endProduct(world, shop, { ...params, keep }),
  )
}
