import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import type { Language } from '@2park/contract/language'
import { problemTexts } from '@2park/contract/problem-texts'
import { difference, type Amount } from '@2park/domain/amount'
import type { Route } from '#http/route.ts'
import type { World } from '#world.ts'
import { presentAlternative, presentPrice, presentStretch } from './presentation.ts'
import { quoteSession, quoteStart, type Quote } from './quotes.ts'
import { toPlate, toTimes } from './request.ts'

export function quoteRoutes(route: Route, world: World): void {
  route('POST /products/{productId}/quotes', async ({ actor, params, body, language }) => {
    const { location } = body
    const asked = { ...toTimes(body), location, plate: body.plate && toPlate(body.plate) }
    const quote = await quoteStart(world, actor, { productId: params.productId, ...asked })
    return present(quote, language)
  })

  route('POST /parking-sessions/{parkingSessionId}/quotes', async (call) => {
    const { parkingSessionId: sessionId } = call.params
    const end = call.body.end === undefined ? undefined : Temporal.Instant.from(call.body.end)
    return present(await quoteSession(world, call.actor, { sessionId, end }), call.language)
  })
}

function present(
  quote: Quote,
  language: Language,
): Output<Api['POST /products/{productId}/quotes']> {
  const { unit } = quote.ground.product
  const { balance } = quote.ground.facts
  const { during, price, charge, freeUntil } = quote
  const of = (value: Amount) => ({ unit, value })
  return {
    asOf: quote.asOf.toString(),
    outcome: quote.outcome,
    ...(during && { during: presentStretch(during) }),
    ...(price && { price: presentPrice(price, unit) }),
    ...(charge !== undefined && {
      charge: of(charge),
      balanceAfter: of(difference(balance, charge)),
    }),
    balance: of(balance),
    shortfall: of(quote.shortfall),
    cutToPaidHours: quote.cutToPaidHours,
    openEnded: quote.openEnded,
    ...(freeUntil && { freeUntil: freeUntil.toString() }),
    reasons: quote.reasons.map((code) => ({ code, ...problemTexts[code][language] })),
    alternatives: quote.alternatives.map((each) => presentAlternative(each, unit)),
    days: quote.days.map(({ date, stretches }) => ({
      date: date.toString(),
      stretches: stretches.map(({ paid, ...stretch }) => ({ ...presentStretch(stretch), paid })),
    })),
  }
}
