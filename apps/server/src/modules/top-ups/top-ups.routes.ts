import { problemTexts } from '@2park/contract/problem-texts'
import type { Route } from '#http/route.ts'
import { getOwnProduct } from '#modules/products/index.ts'
import { getOffer } from './offer.ts'
import { listUnfinished } from './payments.queries.ts'
import { presentOption, presentTopUp } from './presentation.ts'
import { readTopUp } from './reading.ts'
import * as commands from './top-ups.commands.ts'

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

  route('GET /products/{productId}/top-ups/{topUpId}', ({ actor, params }) =>
    readTopUp(till, actor, params),
  )

  route('POST /products/{productId}/top-ups/{topUpId}/checkouts', ({ actor, keep, params }) =>
    commands.openCheckout(till, actor, { ...params, keep }),
  )
}
