/** The integrations for Home Assistant, and the library and the wrapper beside them. */
import type { FastifyInstance } from 'fastify'
import {
  favouriteData,
  openSpeaker,
  startData,
  valueOf,
  type Answer,
  type Fields,
  type Product,
  type Wish,
} from './speaker.ts'

type Credentials = { readonly email: string; readonly password: string }
const locale = 'nl_NL'

/** With sensors: signs in once, never sees that it was signed out, and makes the location of the id. */
export async function openSensors(app: FastifyInstance, { email, password }: Credentials) {
  const { ask } = await openSpeaker(app)
  const { major } = await ask('check_credentials', { email, password, locale })
  if (major !== 'OK') throw new Error('Invalid credentials')
  return {
    products: async () => {
      const { data } = await ask('get_categories', { locale })
      return data.categories.flatMap(({ cty_products }) =>
        cty_products.map(({ pdt_id }) => {
          const [, town = '', number = ''] = /^(BDA)[A-Z]+_(\d+)\$/.exec(pdt_id) ?? []
          return { id: pdt_id, location: `${town}${number}` }
        }),
      )
    },
    poll: async (product_id: string) => {
      const balance = await ask('get_balance', { product_id, locale })
      const details = await ask('get_category_product_details', { product_id, locale })
      return {
        amount: Number(valueOf(balance.data.balance?.ble_parameters ?? [], 'AMOUNT') ?? '0.0'),
        plates: (details.data.pdt_members ?? []).map(({ mbr_identifier }) => mbr_identifier),
        fixed: (details.data.pdt_identifications ?? []).flatMap(({ idn_members }) =>
          idn_members.filter(({ mbr_type }) => mbr_type === 'FLPN'),
        ),
      }
    },
    start: async (product_id: string, wish: Wish) =>
      requireOk(await ask('start_action', { product_id, locale, data: startData(wish) })),
    stop: async (product_id: string, action_id: string) =>
      requireOk(await ask('stop_action', { action_id, product_id, locale })),
  }
}

function requireOk({ major, message, data }: Answer) {
  if (major !== 'OK') throw new Error(message)
  return data
}

/** With a switch for each plate: the strictest. It looks three times whether a write came through. */
export async function openSwitches(app: FastifyInstance, { email, password }: Credentials) {
  const { ask } = await openSpeaker(app)
  const strict = async (name: string, fields: Fields, minor?: string) => {
    const answer = await ask(name, { ...fields, locale })
    if (answer.http < 200 || answer.http > 299) throw new Error(`HTTP ${answer.http}`)
    if (!answer.contentType.startsWith('application/json')) throw new Error(answer.contentType)
    if (answer.major !== 'OK') throw new Error(`${answer.minor}: ${answer.message}`)
    if (minor !== undefined && answer.minor !== minor) throw new Error(answer.minor)
    return answer.data
  }
  const signIn = () => strict('check_credentials', { email, password }, 'AUTHENTICATED')
  const details = async (product_id: string) => {
    try {
      return await strict('get_category_product_details', { product_id }, 'SUCCESS')
    } catch {
      await signIn()
      return strict('get_category_product_details', { product_id }, 'SUCCESS')
    }
  }
  await signIn()
  const isOn = async (product_id: string, plate: string) =>
    (await details(product_id)).pdt_members.some(
      ({ mbr_identifier, mbr_active, mbr_actions }) =>
        mbr_identifier === plate && mbr_active === 'YES' && mbr_actions.length > 0,
    )
  return {
    isOn,
    locations: async () => {
      const { categories } = await strict('get_categories', {}, 'SUCCESS')
      return categories.flatMap(({ cty_products }) => cty_products.map(defaultLocationOf))
    },
    balance: (product_id: string) => strict('get_balance', { product_id }, 'SUCCESS'),
    turnOn: async (product_id: string, wish: Wish) => {
      await strict('start_action', { product_id, data: startData(wish) })
      return isOn(product_id, wish.plate)
    },
    turnOff: async (product_id: string, plate: string) => {
      const { pdt_members } = await details(product_id)
      const member = pdt_members.find(({ mbr_identifier }) => mbr_identifier === plate)
      const action_id = member?.mbr_actions[0]?.atn_id ?? ''
      await strict('stop_action', { product_id, action_id }, 'SUCCESS')
      return isOn(product_id, plate)
    },
  }
}

function defaultLocationOf({ pdt_parameter_groups }: Product): string | undefined {
  const start = pdt_parameter_groups.find(({ pgp_label }) => pgp_label === 'START')
  return start?.pgp_parameters.find(({ prr_label }) => prr_label === 'LOCATION')?.prr_default_value
}

/** The library: does not look whether a read went well, and finds what it started in the answer. */
export async function openLibrary(app: FastifyInstance, { email, password }: Credentials) {
  const speaker = await openSpeaker(app)
  const { ask } = speaker
  requireOk(await ask('check_credentials', { email, password, locale }))
  return {
    speaker,
    firstUsable: async () => {
      const { data } = await ask('get_categories', { locale })
      const products = data.categories.flatMap(({ cty_products }) => cty_products)
      return products.find(({ pdt_is_blocked }) => pdt_is_blocked === 'false') ?? products[0]
    },
    favourites: async (product_id: string) => {
      const { data } = await ask('get_category_product_details', { product_id, locale })
      return data.pdt_members
        .filter(({ mbr_type }) => mbr_type === 'LPN')
        .map(({ mbr_identifier, mbr_parameters }) => ({
          plate: mbr_identifier,
          name: valueOf(mbr_parameters, 'NICKNAME') ?? mbr_identifier,
        }))
    },
    addFavourite: async (product_id: string, plate: string, name: string) =>
      requireOk(
        await ask('handle_favorite', {
          product_id,
          locale,
          data: favouriteData('add', plate, name),
        }),
      ),
    start: async (product_id: string, wish: Wish) => {
      const data = requireOk(
        await ask('start_action', { product_id, locale, data: startData(wish) }),
      )
      return { id: data.atn_id ?? 'unknown', parameters: data.atn_parameters ?? [] }
    },
    update: async (product_id: string, action_id: string, end: string) =>
      requireOk(await ask('extend_action', { action_id, locale, product_id, VALID_UNTIL: end })),
    end: async (product_id: string, action_id: string) =>
      requireOk(await ask('stop_action', { action_id, locale, product_id })),
  }
}

/** The wrapper with an API of its own: asks where a product is, and sees everything that is parked. */
export async function openWrapper(app: FastifyInstance, { email, password }: Credentials) {
  const { ask, askRaw } = await openSpeaker(app)
  requireOk(await ask('check_credentials', { email, password, locale }))
  const { data } = await ask('get_categories', { locale })
  const productId = data.categories[0]?.cty_products[0]?.pdt_id ?? ''
  const asked = await ask('get_product_locations', { locale, product_id: productId, location: '' })
  const location = asked.data.locations
    .flatMap(({ ltn_parameters }) => ltn_parameters)
    .find(({ prr_label }) => prr_label === 'LOCATION')?.prr_value
  return {
    productId,
    location,
    balance: async () => {
      const answer = await ask('get_balance', { product_id: productId, locale })
      // By position.
      const [amount, code] = requireOk(answer).balance.ble_parameters
      return `${amount?.prr_value} ${code?.prr_value}`
    },
    bookings: async () => {
      const answer = requireOk(await askRaw('get_activations', undefined))
      return answer.categories.flatMap(({ cty_products }) =>
        cty_products.flatMap(({ pdt_id, pdt_members }) =>
          pdt_members.flatMap(({ mbr_identifier, mbr_actions }) =>
            mbr_actions.map(({ atn_id }) => ({ pdt_id, plate: mbr_identifier, id: atn_id })),
          ),
        ),
      )
    },
    book: async (plate: string, start: string, end: string) => {
      const wish = { plate, start, end, location: location ?? '' }
      const fields = { product_id: productId, locale, data: startData(wish) }
      return ask('start_action', fields)
    },
    cancel: (action_id: string) => ask('stop_action', { action_id, product_id: productId, locale }),
  }
}
