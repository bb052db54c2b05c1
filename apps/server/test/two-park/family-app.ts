/**
 * The family's app in C#. It wants `data` on each read, reads back what it started to within five
 * seconds, and pages the history in exact windows of ten.
 */
import type { FastifyInstance } from 'fastify'
import { openSpeaker, startData, valueOf, wireTime, type Action, type Fields } from './speaker.ts'

type Credentials = { readonly email: string; readonly password: string }
type Wish = {
  readonly plate: string
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
}

export async function openFamilyApp(app: FastifyInstance, { email, password }: Credentials) {
  const speaker = await openSpeaker(app)
  const locale = 'nl_NL'
  const post = async (name: string, fields: Fields, mayRepeat = true): Promise<Answered> => {
    const answer = await speaker.ask(name, { ...fields, locale })
    if (answer.minor === 'SESSION_TIMEOUT' && mayRepeat) {
      await post('check_credentials', { email, password }, false)
      return post(name, fields, false)
    }
    if (answer.major !== 'OK') throw new Error(`${answer.minor}: ${answer.message}`)
    return answer
  }
  const read = async (name: string, fields: Fields) => {
    const answer = await post(name, fields)
    if (!answer.hasData) throw new Error(`${name} without data`)
    return answer.data
  }
  const action = async (product_id: string, plate: string) => {
    const { pdt_members } = await read('get_category_product_details', { product_id })
    return pdt_members.find(({ mbr_identifier }) => mbr_identifier === plate)?.mbr_actions.at(-1)
  }
  return {
    product: async () =>
      (await read('get_categories', {})).categories[0]?.cty_products[0]?.pdt_id ?? '',
    action,
    startAndReadBack: async (product_id: string, { plate, start, end }: Wish) => {
      const asked = { plate, start: wireTime(start), end: wireTime(end), location: '' }
      await post('start_action', { product_id, data: startData(asked) })
      const found = await action(product_id, plate)
      if (!found) throw new Error('unknown after start')
      const begun = fromWire(valueOf(found.atn_parameters, 'TIMESTART') ?? '')
      const apart = Math.abs(begun.until(start).total('seconds'))
      if (apart > 5) throw new Error(`begun ${apart} seconds apart`)
      if (valueOf(found.atn_parameters, 'TIMEEND') !== asked.end) throw new Error('another end')
      return found
    },
    stop: (product_id: string, action_id: string) => post('stop_action', { product_id, action_id }),
    /** Every row, window by window; none may be missing, and none come twice. */
    importHistory: async (product_id: string) => {
      const rows: Action[] = []
      for (let start = 1; ; start += 10) {
        const window = { startindex: String(start), stopindex: String(start + 9) }
        const data = await read('get_action_history', { product_id, ...window })
        const most = Number(data.maxindex)
        const expected = Math.min(start + 9, most)
        if (data.actions.length > 0 && Number(data.stopindex) !== expected)
          throw new Error(`stopindex ${data.stopindex} in place of ${expected}`)
        rows.push(...data.actions)
        if (expected >= most) return rows
      }
    },
  }
}

type Answered = Awaited<ReturnType<Awaited<ReturnType<typeof openSpeaker>>['ask']>>

function fromWire(text: string): Temporal.Instant {
  const [, day, month, year, time] = /^(\d\d)-(\d\d)-(\d{4}) ([\d:]{8})$/.exec(text) ?? []
  return Temporal.PlainDateTime.from(`${year}-${month}-${day}T${time}`)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant()
}
