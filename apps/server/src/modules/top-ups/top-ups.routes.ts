import { problemTexts } from '@2park/contract/problem-texts'
import type { Route } from '#http/route.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { attendIfPossible } from './following.commands.ts'
import { getOffer } from './offer.ts'
import { findPayment, listUnfinished } from './payments.queries.ts'
import { presentOption, presentTopUp } from './presentation.ts'
import * as commands from './top-ups.commands.ts'
import { hasEnded } from './top-ups.policy.ts'

/** A page that waits for its bank asks often; the bank is asked less often than that. */
const restSeconds = 2

export function topUpRoutes(route: Route, till: commands.Till): void {
  route('GET /products/{productId}/top-up-options', async ({ actor, params, language }) => {
    const product = await getOwnProduct(till, actor, params.productId)
    const { options, refusal, nextPeriodOn } = await getOffer(till.db, product, till.now())
    const unfinished = await listUnfinished(till.db, product.id)
    return {
      options: options.map((option) => presentOption(option, product)),
      ...(refusal && { refusal: { code: refusal, ...problemTexts[refusal][language] } }),
      ...(nextPeriodOn && { nextPeriodOn }),
      unfinished: unfinished.map((payment) => presentTopUp(payment, product)),
    }
  })

  route('POST /products/{productId}/top-ups', ({ actor, keep, params, body }) =>
    commands.orderTopUp(till, actor, { ...params, ...body, keep }),
  )

  route('GET /products/{productId}/top-ups/{topUpId}', async ({ actor, params }) => {
    const { productId, topUpId } = params
    await getOwnProduct(till, actor, productId)
    const read = () => findPayment(till.db, { id: topUpId, productId })
    const known = await read()
    if (!known) throw new Refused('notFound')
    const rested = known.checkedAt?.add({ seconds: restSeconds })
    const isRested = !rested || Temporal.Instant.compare(rested, till.now()) <= 0
    if (!hasEnded(known) && isRested) await attendIfPossible(till, known)
    const product = await getOwnProduct(till, actor, productId)
    return presentTopUp((await read()) ?? known, product)
  })

  route('POST /products/{productId}/top-ups/{topUpId}/checkouts', ({ actor, keep, params }) =>
    commands.openCheckout(till, actor, { ...params, keep }),
  )
}
