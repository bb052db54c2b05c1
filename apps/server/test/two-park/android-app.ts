/**
 * The Android app. It wants the minor codes to the letter, reads the location from the default value
 * only, and starts again what failed for want of a sign-in, once.
 */
import type { FastifyInstance } from 'fastify'
import {
  favouriteData,
  openSpeaker,
  startData,
  valueOf,
  type Answer,
  type Data,
  type Fields,
} from './speaker.ts'

type Credentials = { readonly email: string; readonly password: string }

/** Signs in where it has to, and insists on success. */
async function connect(app: FastifyInstance, { email, password }: Credentials) {
  const speaker = await openSpeaker(app)
  const locale = 'nl_NL'
  const signIn = async () => {
    const answer = await speaker.ask('check_credentials', { email, password, locale })
    if (answer.minor !== 'AUTHENTICATED') throw new Error(answer.message)
  }
  const call = async (name: string, fields: Fields): Promise<Answer> => {
    const answer = await speaker.ask(name, { ...fields, locale })
    if (answer.minor !== 'SESSION_TIMEOUT') return answer
    await signIn()
    return speaker.ask(name, { ...fields, locale })
  }
  const mustSucceed = async (name: string, fields: Fields) => {
    const answer = await call(name, fields)
    if (answer.major !== 'OK' || answer.minor !== 'SUCCESS') throw new Error(answer.message)
    return answer.data
  }
  return { speaker, call, mustSucceed }
}

export async function openAndroidApp(app: FastifyInstance, credentials: Credentials) {
  const { speaker, call, mustSucceed } = await connect(app, credentials)
  const members = async (product_id: string) =>
    (await mustSucceed('get_category_product_details', { product_id })).pdt_members
  return {
    speaker,
    products: async () => {
      const { categories } = await mustSucceed('get_categories', {})
      return categories.flatMap(({ cty_products }) =>
        cty_products.map((product) => {
          const group = product.pdt_parameter_groups.find(({ pgp_label }) => pgp_label === 'START')
          const location = group?.pgp_parameters.find(({ prr_label }) => prr_label === 'LOCATION')
          return { id: product.pdt_id, location: location?.prr_default_value ?? '' }
        }),
      )
    },
    members,
    balance: async (product_id: string) => {
      const { balance } = await mustSucceed('get_balance', { product_id })
      return valueOf(balance.ble_parameters, 'AMOUNT')
    },
    /** Starts, and looks at the members whether it is so. */
    start: async (
      product: { readonly id: string; readonly location: string },
      wish: { readonly plate: string; readonly start: string; readonly end: string },
    ) => {
      const data = startData({ ...wish, location: product.location })
      const answer = await call('start_action', { product_id: product.id, data })
      if (answer.major !== 'OK') throw new Error(answer.message)
      const parked = (await members(product.id)).find(
        ({ mbr_identifier, mbr_actions }) =>
          mbr_identifier === wish.plate && mbr_actions.length > 0,
      )
      const action = parked?.mbr_actions[0]
      if (!parked || !action) throw new Error('not parked after all')
      return { actionId: action.atn_id, state: action.atn_state, isActive: parked.mbr_active }
    },
    stop: (product_id: string, action_id: string) =>
      mustSucceed('stop_action', { product_id, action_id }),
    addFavourite: (product_id: string, plate: string, name: string) =>
      mustSucceed('handle_favorite', { product_id, data: favouriteData('add', plate, name) }),
    removeFavourite: (product_id: string, plate: string) =>
      mustSucceed('handle_favorite', { product_id, data: favouriteData('remove', plate, '') }),
    pages: (name: 'get_action_history' | 'get_mutation_history', product_id: string) =>
      pagesOf(name, (window) => mustSucceed(name, { product_id, ...window })),
    topUpUnits: async (product_id: string) => {
      const window = { startindex: '1', stopindex: '20' }
      const { upgrade_units } = await mustSucceed('get_upgrade_units', { product_id, ...window })
      return upgrade_units.map(({ uut_parameters }) =>
        uut_parameters.map(({ prr_value }) => prr_value),
      )
    },
    openPayment: async (
      product: { readonly id: string; readonly category: string },
      amount: string,
    ) => {
      const fields = { product_id: product.id, category_id: product.category, pay_amount: amount }
      return followForm((await call('start_transaction', fields)).data, speaker.address)
    },
  }
}

/** Ten and ten more, until the last that there are. */
async function pagesOf(name: string, read: (window: Fields) => Promise<Data>) {
  const pages = []
  let [start, stop] = [name === 'get_action_history' ? 0 : 1, 10]
  for (;;) {
    const data = await read({ startindex: String(start), stopindex: String(stop) })
    pages.push(data)
    const last = Number(data.stopindex)
    if (last >= Number(data.maxindex)) return pages
    ;[start, stop] = [last + 1, last + 10]
  }
}

/** Posts to where it is sent, without following, and opens in the browser where that leads. */
async function followForm({ forwarding_url }: Data, address: string) {
  const { pathname } = new URL(forwarding_url)
  const form = { method: 'POST', redirect: 'manual' } as const
  const posted = await fetch(new URL(pathname, address), form)
  return { status: posted.status, location: posted.headers.get('location') ?? '' }
}
