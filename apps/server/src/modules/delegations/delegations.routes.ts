import { amount } from '@2park/domain/amount'
import { plate } from '@2park/domain/plate'
import type { Route } from '#http/route.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import type { World } from '#world.ts'
import * as commands from './delegations.commands.ts'
import { listDelegations } from './delegations.queries.ts'
import { leaveProduct } from './ending.ts'
import { presentDelegation } from './presentation.ts'

export function delegationRoutes(route: Route, world: World): void {
  route('GET /products/{productId}/delegations', async ({ actor, params }) => {
    const { id, unit, balance } = await getOwnProduct(world, actor, params.productId)
    const delegations = await listDelegations(world.db, id, world.now())
    return {
      delegations: delegations.map((each) => presentDelegation(each)),
      balance: { unit, value: balance },
    }
  })

  route('POST /products/{productId}/delegations', async ({ actor, keep, params, body }) =>
    commands.inviteDelegate(world, actor, {
      productId: params.productId,
      email: body.email,
      language: body.language,
      plate: body.plate && plate(body.plate.number, body.plate.country),
      allotment: body.allotment === undefined ? undefined : amount(body.allotment),
      keep,
    }),
  )

  route('PATCH /products/{productId}/delegations/{delegationId}', async (call) =>
    commands.changeAllotment(world, call.actor, {
      ...call.params,
      allotment: amount(call.body.allotment),
      keep: call.keep,
    }),
  )

  route('POST /products/{productId}/delegations/{delegationId}/_resend', async (call) =>
    commands.resendInvitation(world, call.actor, { ...call.params, keep: call.keep }),
  )

  route('POST /products/{productId}/_leave', async ({ actor, keep, params }) => {
    await leaveProduct(world, actor, { productId: params.productId, keep })
    return undefined
  })
}
