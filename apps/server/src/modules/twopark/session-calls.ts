/** Starting, planning, extending and stopping, in this protocol's words for them. */
import { parsePlate, type Plate } from '@2park/domain/plate'
import { z } from 'zod/mini'
import { listFavourites } from '#modules/favourites/index.ts'
import {
  deleteSession,
  extendSession,
  findCurrentSession,
  startSession,
  stopSession,
  type PresentedSession,
} from '#modules/parking-sessions/index.ts'
import { type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import { invalidFields, signedCall, Text, withAlternates, type Visit } from './call.ts'
import { Declined } from './envelope.ts'
import { costText, endText, momentText, parseEnd, parseMoment } from './formats.ts'
import { isChosen, locationsOf, type Location } from './locations.ts'
import { getOpenProduct } from './open-products.ts'
import { jsonOf, parameters, Parameters, valueOf } from './parameters.ts'
import { presentAction } from './present-members.ts'
import { productCodeOf } from './product-ids.ts'
import { texts } from './texts.ts'

const Start = z.object({
  product_id: Text,
  data: jsonOf(z.object({ action: z.object({ atn_parameters: Parameters }) })),
})

/** A clock that is so much ahead of ours means now by its now. */
const clocksDiffer = { seconds: 5 }

export const startAction = withAlternates(
  signedCall(Start, async (visit, { product_id, data }) => {
    const product = await getOpenProduct(visit, product_id)
    const wish = data.action.atn_parameters
    const locations = await locationsOf(visit, product)
    const plate = await plateMeant(visit, product, valueOf(wish, 'MBR_IDENT'))
    const session = await startSession(visit.till, visit.actor, {
      productId: product.id,
      plate,
      start: startOf(valueOf(wish, 'TIMESTART'), visit.till.now()),
      end: endOf(valueOf(wish, 'TIMEEND')),
      location: locationMeant(product, locations, valueOf(wish, 'LOCATION')),
    })
    const where = { product, locations }
    return { minor: 'PRK-00000', data: presentStarted(session, where, visit.till.now()) }
  }),
)

/** What has begun by our clock begins now: who looks at a minute, means the present one. */
function startOf(text: string, now: Temporal.Instant): Temporal.Instant | 'now' {
  if (text === '') return 'now'
  const start = parseMoment(text)
  if (!start) throw invalidFields(['TIMESTART'])
  const isNow = Temporal.Instant.compare(start, now.add(clocksDiffer)) <= 0
  return isNow ? 'now' : start
}

/** Where there is no choice clients may only read it, and one of them makes up another: no wish. */
function locationMeant(product: Product, locations: readonly Location[], code: string) {
  if (!isChosen(product) || code === '') return undefined
  const meant = locations.find((location) => location.code === code)
  if (!meant) throw new Refused('locationNotOffered')
  return meant.id
}

/** Without one, it is as is usual for the product. */
function endOf(text: string): Temporal.Instant | 'usual' {
  if (text === '') return 'usual'
  const end = parseEnd(text)
  if (!end) throw invalidFields(['TIMEEND'])
  return end
}

/** The protocol has no country: a plate is the one that is known on the product, or else a Dutch one. */
async function plateMeant(visit: Visit, product: Product, text: string): Promise<Plate> {
  const typed = parsePlate(text)
  if (!typed) throw invalidFields(['MBR_IDENT'])
  const { delegation } = product
  const known = delegation
    ? [delegation.plate].filter((plate) => plate !== null)
    : (await listFavourites(visit.till.db, product.id)).map(({ plate }) => plate)
  const same = known.filter(({ number }) => number === typed.number)
  return same.find(({ country }) => country === typed.country) ?? same[0] ?? typed
}

/** As the original answers, and beside it the action itself, so that no client has to look for it. */
type Where = { readonly product: Product; readonly locations: readonly Location[] }

function presentStarted(
  session: PresentedSession,
  { product, locations }: Where,
  now: Temporal.Instant,
) {
  const start = Temporal.Instant.from(session.start)
  const end = Temporal.Instant.from(session.end)
  const { id, plate, cost, openEnded = false, location } = session
  const { unit } = product
  const [code, from, until, amount] = parameters({
    PRODUCT_ID: productCodeOf(product),
    TIMESTART: momentText(start),
    TIMEEND: openEnded ? '' : endText(end),
    AMOUNT: costText(cost.value, unit),
  })
  const estimate = { ...amount, prr_datatype: 'MONEY' }
  const during = { start, end }
  const parked = { id, plate, during, cost: cost.value, openEnded, unit, location }
  const { atn_id, atn_parameters } = presentAction(parked, locations, now)
  return {
    alternates: [{ action: { atn_parameters: [code, from, until, estimate] } }],
    atn_id,
    atn_parameters,
  }
}

const OnAction = z.object({ product_id: Text, action_id: Text })

export const extendAction = withAlternates(
  signedCall(z.extend(OnAction, { VALID_UNTIL: Text }), async (visit, input) => {
    const { sessionId } = await getAction(visit, input)
    const end = parseEnd(input.VALID_UNTIL)
    if (!end) throw invalidFields(['VALID_UNTIL'])
    await extendSession(visit.till, visit.actor, { sessionId, end })
    return { data: {} }
  }),
)

/** Stops what is running, and takes back what is planned. */
export const stopAction = signedCall(OnAction, async (visit, input) => {
  const { sessionId, isPlanned } = await getAction(visit, input)
  const end = isPlanned ? deleteSession : stopSession
  await end(visit.till, visit.actor, { sessionId })
  return {}
})

/** One of the product's that has not ended. */
async function getAction(visit: Visit, input: z.output<typeof OnAction>) {
  const { till, actor } = visit
  const { id: productId } = await getOpenProduct(visit, input.product_id)
  const { success, data: sessionId } = z.safeParse(z.uuid(), input.action_id)
  const now = till.now()
  const session =
    success && (await findCurrentSession(till.db, { ...actor, productId, sessionId }, now))
  if (!session) throw new Declined('BOOKING_NOT_FOUND', texts.noAction)
  const isPlanned = Temporal.Instant.compare(now, session.during.start) < 0
  return { sessionId: session.id, isPlanned }
}
