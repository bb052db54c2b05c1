/**
 * The web page of the original. It writes the body as one string and escapes it once, so a `$` goes
 * out raw; it writes days without a zero; it reads lists by position, and crashes where one is missing.
 */
import type { FastifyInstance } from 'fastify'
import {
  openSpeaker,
  startData,
  type Answer,
  type Data,
  type Member,
  type Wish,
} from './speaker.ts'

export async function openWebPage(app: FastifyInstance, origin = 'https://2park.example') {
  const speaker = await openSpeaker(app)
  const post = (name: string, body = '') =>
    speaker.askRaw(name, encodeURI(body), {
      'content-type': 'application/x-www-form-urlencoded',
      origin,
      referer: `${origin}/`,
      accept: '*/*',
    })

  return {
    speaker,
    post,
    login: (email: string, password: string) =>
      post('check_credentials', `email=${email}&password=${password}&locale=nl_NL`),
    /** As it loads: every product with its plates and its balance. */
    load: async () => {
      const { data } = await post('get_categories', 'locale=nl_NL')
      const products = data.categories.flatMap(({ cty_products }) => cty_products)
      return Promise.all(
        products.map(async (product) => {
          const asked = `product_id=${product.pdt_id}&locale=nl_NL`
          const details = await post('get_category_product_details', asked)
          const balance = await post('get_balance', asked)
          return {
            name: product.pdt_name.split(' - ')[0],
            zone: product.pdt_name.split(' - ')[1],
            product,
            cards: cardsOf(details.data),
            grants: details.data.pdt_grants.concat(),
            balance: balance.data.balance.ble_parameters.map(({ prr_value }) => prr_value),
          }
        }),
      )
    },
    start: async (productId: string, wish: Wish) => {
      const data = startData({ ...wish, start: unpadded(wish.start), end: unpadded(wish.end) })
      return outcomeOf(
        await post('start_action', `product_id=${productId}&locale=nl_NL&data=${data}`),
      )
    },
    extend: async (productId: string, actionId: string, end: string) =>
      outcomeOf(
        await post(
          'extend_action',
          `action_id=${actionId}&locale=nl_NL&product_id=${productId}&VALID_UNTIL=${unpadded(end)}`,
        ),
      ),
    stop: (productId: string, actionId: string) =>
      post('stop_action', `action_id=${actionId}&locale=nl_NL&product_id=${productId}`),
    history: (productId: string) =>
      everyRow((window) =>
        post('get_action_history', `product_id=${productId}&locale=nl_NL&${window}`),
      ),
  }
}

/** The first window of the history, and each one after it, until there is no more. */
async function everyRow(read: (window: string) => Promise<Answer>): Promise<string[]> {
  const rows: string[] = []
  let [start, stop] = [0, 10]
  for (;;) {
    const { data } = await read(`startindex=${start}&stopindex=${stop}`)
    const shown = data.actions.filter(({ atn_chained }) => atn_chained === 'NO')
    rows.push(...shown.map(({ atn_id }) => atn_id))
    const [last, most] = [Number(data.stopindex), Number(data.maxindex)]
    if (last >= most) return rows
    ;[start, stop] = [last + 1, Math.min(last + 10, most)]
  }
}

/** What a dashboard shows of each action; every one must say what it costs. */
function cardsOf({ pdt_members, pdt_identifications }: Data) {
  const inIdentifications = pdt_identifications.map(({ idn_members }) => {
    const fixed = idn_members.filter(({ mbr_type }) => mbr_type === 'FLPN')
    if (fixed.length !== 1) throw new Error('the page crashes: not one fixed plate')
    return idn_members.length
  })
  const cards = pdt_members.flatMap((member) =>
    member.mbr_actions.map((each) => cardOf(member, each)),
  )
  return Object.assign(cards, { identifications: inIdentifications.length })
}

function cardOf({ mbr_identifier, mbr_parameters }: Member, action: Member['mbr_actions'][number]) {
  const [start, end, location] = action.atn_parameters
  const cost = action.atn_parameters.find(({ prr_label }) => prr_label === 'COST')
  if (!cost) throw new Error('the page crashes: an action without COST')
  return {
    id: action.atn_id,
    state: action.atn_state,
    plate: mbr_identifier,
    name: mbr_parameters[0]?.prr_value ?? '(Onbekend)',
    start: start?.prr_value,
    end: end?.prr_value,
    location: location?.prr_value,
    cost: cost.prr_value,
  }
}

/** What it does with the answer to a wish: go home, offer what is proposed, or show the message. */
function outcomeOf({ major, minor, message, data }: Answer) {
  if (major === 'OK') return { outcome: 'done' as const, data }
  const proposal = data.alternates.at(-1)?.action.atn_parameters
  if (!proposal) return { outcome: 'toast' as const, minor, message }
  const end = proposal.find(({ prr_label }) => prr_label === 'TIMEEND')?.prr_value ?? ''
  const cost = proposal.find(({ prr_label }) => prr_label === 'AMOUNT')
  return {
    outcome: 'proposal' as const,
    minor,
    message,
    end,
    cost: cost?.prr_value,
    caption: cost?.prr_prompt,
  }
}

function unpadded(time: string): string {
  return time.replace(/^0/, '')
}
