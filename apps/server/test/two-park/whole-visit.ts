/** Somebody with one of everything, and every answer that a client reads about it. */
import { mondayAtTen, type OpenTown } from '../open-town.ts'
import { park, stop } from '../parking.ts'
import { tenAndTwenty } from '../topping-up.ts'
import { neighbour } from './neighbours.ts'
import { favouriteData, speaking, startData, wireTime, type Speaker, type Wish } from './speaker.ts'

/** A favourite, what is parked, planned and over, an alarm; and what is on offer. */
async function settle(town: OpenTown) {
  const anna = await neighbour(town, {
    delegations: 'plateOptional',
    topUps: { options: tenAndTwenty },
  })
  const done = await park(anna, 'DONE1')
  await stop(anna, done.body.id)
  await park(anna, 'PARKED1')
  await park(anna, 'LATER1', { from: 5 })
  town.now = mondayAtTen.add({ minutes: 1 })
  return anna
}

export async function wholeVisit(town: OpenTown) {
  const anna = await settle(town)
  const { ask, askRaw, cookie } = await speaking(town.app, anna)
  const product_id = anna.wireId
  await ask('set_threshold', { threshold_value: '1.50', autonomous_product_id: product_id })
  await ask('handle_favorite', { product_id, data: favouriteData('add', 'FAV1', 'Oma') })
  const window = { product_id, startindex: '1', stopindex: '10' }
  const reads = {
    categories: await ask('get_categories', { locale: 'nl_NL' }),
    details: await ask('get_category_product_details', { product_id, locale: 'nl_NL' }),
    balance: await ask('get_balance', { product_id, locale: 'nl_NL' }),
    activations: await askRaw('get_activations', undefined),
    available: await ask('get_available_actions', { product_id }),
    locations: await ask('get_product_locations', { product_id, locale: 'nl_NL', location: '' }),
    history: await ask('get_action_history', window),
    mutations: await ask('get_mutation_history', window),
    units: await ask('get_upgrade_units', window),
  }
  const started = await startAt(town, { ask, product_id }, { plate: 'STARTED1' })
  const stopped = await ask('stop_action', { product_id, action_id: started.data.atn_id })
  return { anna, ask, askRaw, cookie, product_id, reads, started, stopped }
}

type Client = { readonly ask: Speaker['ask']; readonly product_id: string }

/** For an hour from now on, unless it is said. */
export function startAt({ now }: OpenTown, { ask, product_id }: Client, given: Partial<Wish>) {
  const start = wireTime(now)
  const end = wireTime(now.add({ hours: 1 }))
  const wish = { plate: '', start, end, location: '', ...given }
  return ask('start_action', { product_id, locale: 'nl_NL', data: startData(wish) })
}
