/**
 * Setting a balance alarm, and ringing those that a balance has come below (M8).
 *
 * Ringing is a job of its own and no part of a booking: a booking is done a thousand times for each
 * alarm that rings, and none of them should wait for it. So a balance that drops and rises again
 * within the minute rings nothing.
 */
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { amountText, sendMail } from '#modules/notices/index.ts'
import { sendPush } from '#modules/pushes/index.ts'
import { getUsableProduct } from '#modules/products/index.ts'
import type { Actor, World } from '#world.ts'
import {
  armAlarms,
  deleteAlarm,
  ringSome,
  saveAlarm,
  type BalanceAlarm,
  type RungAlarm,
} from './balance-alarms.queries.ts'
import { presentAlarm, type PresentedAlarm } from './presentation.ts'

export type SetAlarm = {
  readonly productId: string
  readonly threshold: BalanceAlarm['threshold']
  readonly keep: Keep | undefined
}

export async function setAlarm(
  world: World,
  actor: Actor,
  { productId, threshold, keep }: SetAlarm,
): Promise<PresentedAlarm> {
  const { organisationId, unit, balance } = await getUsableProduct(world, actor, productId)
  const at = world.now()
  const answer = presentAlarm({ productId, threshold, unit, balance })
  await world.db.transaction().execute(async (tx) => {
    await saveAlarm(tx, { ...actor, productId, threshold, at })
    const change = { organisationId, subjectId: productId, at }
    await recordChange(tx, { ...actor, action: 'balanceAlarmSet', ...change })
    await keepAnswer(tx, keep, answer)
  })
  return answer
}

export async function removeAlarm(
  world: World,
  actor: Actor,
  { productId, keep }: Omit<SetAlarm, 'threshold'>,
): Promise<void> {
  const { organisationId } = await getUsableProduct(world, actor, productId)
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    const isDeleted = await deleteAlarm(tx, { ...actor, productId })
    const change = { organisationId, subjectId: productId, at }
    if (isDeleted) await recordChange(tx, { ...actor, action: 'balanceAlarmRemoved', ...change })
    await keepAnswer(tx, keep, undefined)
  })
}

const alarmsAtATime = 50
const turns = 1000

/** Any number of processes may do so at once. */
export async function ringAlarms({
  db,
  now,
  publicUrl,
}: Pick<World, 'db' | 'now' | 'publicUrl'>): Promise<void> {
  await armAlarms(db)
  for (let turn = 0; turn < turns; turn++) {
    const rung = await db.transaction().execute(async (tx) => {
      const at = now()
      const alarms = await ringSome(tx, at, alarmsAtATime)
      for (const alarm of alarms) {
        if (alarm.byMail) await sendMail(tx, mailOf(alarm, publicUrl), at)
        if (alarm.byPush) await sendPush(tx, pushOf(alarm, at), at)
      }
      return alarms.length
    })
    if (rung < alarmsAtATime) return
  }
}

/** By tomorrow one has seen it on the screen. */
const newsFor = { hours: 24 }

function pushOf(alarm: RungAlarm, at: Temporal.Instant) {
  const { accountId, language, unit, productId, productName, organisationName } = alarm
  const text = amountText({ unit, value: alarm.threshold }, language)
  const titles = {
    nl: `Uw saldo is lager dan ${text}`,
    en: `Your balance is lower than ${text}`,
  }
  const content = {
    title: titles[language],
    body: `${productName} · ${organisationName}`,
    language,
    tag: `balance ${productId}`,
    path: `/products/${productId}/parking-sessions`,
    actions: [],
  }
  return { accountId, what: { content }, expiresAt: at.add(newsFor) }
}

function mailOf(alarm: RungAlarm, publicUrl: URL) {
  const { email: to, language, organisationId, unit, productId } = alarm
  const text = (value: BalanceAlarm['balance']) => amountText({ unit, value }, language)
  return {
    to,
    language,
    organisationId,
    what: {
      kind: 'balanceAlarm',
      productName: alarm.productName,
      organisationName: alarm.organisationName,
      balanceText: text(alarm.balance),
      thresholdText: text(alarm.threshold),
      address: new URL(`/products/${productId}/parking-sessions`, publicUrl).href,
    },
  } as const
}
