import { amount } from '@2park/domain/amount'
import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import * as commands from './balance-alarms.commands.ts'
import { listAlarmsOf } from './balance-alarms.queries.ts'
import { presentAlarm } from './presentation.ts'

export function balanceAlarmRoutes(route: Route, world: World): void {
  route('GET /balance-alarms', async ({ actor }) => {
    const alarms = await listAlarmsOf(world.db, actor.accountId)
    return { balanceAlarms: alarms.map(presentAlarm) }
  })

  route('PUT /products/{productId}/balance-alarm', async ({ actor, keep, params, body }) =>
    commands.setAlarm(world, actor, {
      productId: params.productId,
      threshold: amount(body.threshold),
      keep,
    }),
  )

  route('DELETE /products/{productId}/balance-alarm', async ({ actor, keep, params }) => {
    await commands.removeAlarm(world, actor, { productId: params.productId, keep })
    return undefined
  })
}
