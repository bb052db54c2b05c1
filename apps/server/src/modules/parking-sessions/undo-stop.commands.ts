/** Taking back a stop that was pressed by mistake: one decision, in two round trips. */
import { decideUndoStop } from '@2park/domain/undo-stop'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import { askOn, booked, rebookSession } from './booking.ts'
import {
  beforeStop,
  lockProductOfSession,
  readProductOfSession,
  sessionsBesideSession,
} from './facts.queries.ts'
import { factsReachBack, requireGround, requireSession } from './ground.ts'
import type { OnSession } from './parking-sessions.commands.ts'
import { presentSession, type PresentedSession } from './presentation.ts'
import { asksForTime } from './undo-stop.queries.ts'

/** The session goes on as it was, and what came back is charged again. */
export async function undoStop(
  { db, now: clock }: World,
  actor: Actor,
  { sessionId, keep }: OnSession,
): Promise<PresentedSession> {
  const now = clock()
  return booked({ db, actor }, lockProductOfSession(sessionId), async (booker) => {
    const [[product], sessions, [before], [asker]] = await booker.ask(
      readProductOfSession(sessionId, actor.accountId),
      sessionsBesideSession(sessionId, now.subtract(factsReachBack)),
      beforeStop(sessionId),
      asksForTime(actor.accountId),
    )
    const ground = await requireGround(askOn(booker), actor, { product, sessions })
    const session = requireSession(ground, sessionId)
    const { revoked: isRevoked } = ground.product
    const time = asker?.longer === true ? 'longer' : 'usual'
    const decision = decideUndoStop({ session, before, isRevoked, time }, ground.facts, now)
    if (decision.outcome === 'refused') {
      const { reasons, shortfall } = decision
      const [weightiest = 'stopNotUndoable'] = reasons
      const { unit } = ground.product
      throw new Refused(weightiest, {
        reasons,
        ...(shortfall !== undefined && { shortfall: { unit, value: shortfall } }),
      })
    }

    const { during, cost } = decision
    const answer = presentSession({ ...session, during, cost }, ground.context, now)
    const to = { action: 'sessionResumed', end: during.end, cost } as const
    await rebookSession(booker, { actor, now, ground, session, keep, answer }, to)
    return answer
  })
}
