/** Choosing which plate of a resident product it holds for from now on (O1). */
import { latest } from '@2park/domain/interval'
import { isSamePlate, type Plate } from '@2park/domain/plate'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { countChange } from '#modules/ledger/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { getOwnProduct } from './access.ts'
import {
  findActivePlate,
  hasPlate,
  saveActivePlate,
  type ActivePlate,
} from './active-plates.queries.ts'
import { productStateOf } from './products.policy.ts'

export type SwitchPlate = {
  readonly productId: string
  readonly plate: Plate
  readonly keep?: Keep | undefined
}

/** Of two devices at once the one that comes last is obeyed; what is active already stays. */
export async function switchPlate(
  world: World,
  actor: Actor,
  { productId, plate, keep }: SwitchPlate,
): Promise<ReturnType<typeof present>> {
  const { kind, organisationId, ...product } = await getOwnProduct(world, actor, productId)
  if (kind !== 'plateSwitch') throw new Refused('plateSwitchNotOffered')
  const now = world.now()
  const state = productStateOf(product, now)
  if (state === 'expired' || state === 'blocked') throw new Refused(state)

  return world.db.transaction().execute(async (tx) => {
    // Whoever else changes the product waits here.
    await countChange(tx, productId)
    if (!(await hasPlate(tx, productId, plate))) throw notOneOfIts
    const active = await findActivePlate(tx, productId)
    if (active && isSamePlate(active.plate, plate)) return answer(active)

    // A device whose call was on its way for longer does not turn back the clock.
    const at = active ? latest(now, active.since) : now
    await saveActivePlate(tx, { productId, plate, at })
    const change = { ...actor, organisationId, subjectId: productId, at }
    await recordChange(tx, { ...change, action: 'plateSwitched' })
    return answer({ plate, since: at })

    async function answer(result: ActivePlate) {
      const presented = present(result)
      await keepAnswer(tx, keep, presented)
      return presented
    }
  })
}

const notOneOfIts = new Refused('invalid', {
  errors: [{ in: 'body', pointer: '/plate', code: 'notAllowed' }],
})

function present({ plate, since }: ActivePlate) {
  return { plate, since: since.toString() }
}
