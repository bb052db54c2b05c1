/**
 * What the known clients rely on without saying so, a line each, with who breaks where it does not
 * hold. An answer that keeps to it is readable by all of them.
 */
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openTown } from '../../../test/open-town.ts'
import type { Neighbour } from '../../../test/two-park/neighbours.ts'
import {
  favouriteData,
  openSpeaker,
  valueOf,
  wireTime,
  type Parameter,
  type Speaker,
  type Wish,
} from '../../../test/two-park/speaker.ts'
import { startAt, wholeVisit } from '../../../test/two-park/whole-visit.ts'
import { calls } from './calls.ts'

const town = await openTown()

const { anna, ask, askRaw, cookie, product_id, reads, started, stopped } = await wholeVisit(town)
const answers = { ...reads, started }

const labels = (parameters: readonly Parameter[] = []) =>
  parameters.map(({ prr_label }) => prr_label).join(' ')
const members = reads.details.data.pdt_members
const actions = members.flatMap(({ mbr_actions }) => mbr_actions)
function inAnHour(): string {
  return wireTime(town.now.add({ hours: 1 }))
}

function start(by: Speaker['ask'], plate: string, given: Partial<Wish> = {}) {
  return startAt(town, { ask: by, product_id }, { plate, ...given })
}

const everybody = 'all of them'

test.each<{ rule: string; breaks: string; holds: () => void | Promise<void> }>([
  {
    rule: 'a no is HTTP 200 and JSON in UTF-8',
    breaks: 'the switches',
    holds: async () => {
      const no = await ask('get_balance', { product_id: 'NONE_1$1' })
      expect([no.http, no.contentType]).toEqual([200, 'application/json;charset=UTF-8'])
    },
  },
  {
    rule: 'major, minor and message are there whatever is called, and are text',
    breaks: everybody,
    holds: async () => {
      const nobody = await openSpeaker(town.app)
      for (const name of Object.keys(calls)) {
        const { major, minor, message } = await nobody.ask(name, {})
        expect([name, major]).toEqual([name, 'FAIL'])
        expect(minor).toMatch(/^[A-Z_]+$/)
        expect(message).toMatch(/\S/)
      }
    },
  },
  {
    rule: 'signing in is AUTHENTICATED to the letter',
    breaks: 'the switches and the Android app',
    holds: async () => {
      const { email, password } = anna
      const speaker = await openSpeaker(town.app)
      const { minor } = await speaker.ask('check_credentials', { email, password })
      expect(minor).toBe('AUTHENTICATED')
    },
  },
  {
    rule: 'reading, stopping and keeping a favourite are SUCCESS to the letter',
    breaks: 'the switches and the Android app',
    holds: async () => {
      const data = favouriteData('add', 'FAV2', 'Opa')
      const kept = await ask('handle_favorite', { product_id, data })
      for (const { minor } of [...Object.values(reads), stopped, kept])
        expect(minor).toBe('SUCCESS')
    },
  },
  {
    rule: 'what was started is OK and PRK-00000',
    breaks: everybody,
    holds: () => expect([started.major, started.minor]).toEqual(['OK', 'PRK-00000']),
  },
  {
    rule: 'a no to starting or extending has a list of proposals, if an empty one',
    breaks: 'the web page, which signs out',
    holds: async () => {
      const nobody = await openSpeaker(town.app)
      for (const no of [
        await start(ask, 'PARKED1'),
        await start(ask, '---'),
        await start(nobody.ask, 'PARKED1'),
        await ask('start_action', {}),
        await ask('extend_action', { product_id, action_id: 'none', VALID_UNTIL: inAnHour() }),
      ]) {
        expect([no.major, no.data.alternates]).toEqual(['FAIL', expect.any(Array)])
      }
    },
  },
  {
    rule: 'every action says what it costs',
    breaks: 'the dashboard of the web page',
    holds: () => {
      expect(actions.length).toBeGreaterThan(1)
      for (const { atn_parameters } of actions) {
        expect(valueOf(atn_parameters, 'COST')).toMatch(/^\d+\.\d\d$/)
      }
    },
  },
  {
    rule: 'parameters come in the order in which they are read',
    breaks: 'the web page, and for balances the wrapper',
    holds: () => {
      const { balance, history, mutations, units } = reads
      for (const action of actions) {
        expect(labels(action.atn_parameters)).toMatch(/^TIMESTART TIMEEND LOCATION /)
      }
      expect(labels(balance.data.balance.ble_parameters)).toBe(
        'AMOUNT CURRENCY_CODE CURRENCY_DESC LAST_MODIFIED BLE_THRESHOLD',
      )
      const inOrder = 'MBR_IDENT TIMESTART TIMEEND LOCATION COST CURRENCY_DESC'
      expect(labels(history.data.actions[0]?.atn_parameters)).toBe(inOrder)
      expect(mutations.data.mutations[0]?.mtn_parameters).toHaveLength(5)
      expect(labels(units.data.upgrade_units[0]?.uut_parameters)).toBe(
        'PAY_AMOUNT UPGRADE_AMOUNT UPGRADE_DESCRIPTION',
      )
      const favourite = members.find(({ mbr_identifier }) => mbr_identifier === 'FAV1')
      expect(labels(favourite?.mbr_parameters)).toBe('NICKNAME')
    },
  },
  {
    rule: 'no action is a link of a chain',
    breaks: 'the history of the web page, which leaves those out',
    holds: () => {
      for (const { atn_chained } of [...actions, ...reads.history.data.actions]) {
        expect(atn_chained).toBe('NO')
      }
    },
  },
  {
    rule: 'what is a list is one, also an empty one',
    breaks: 'the web page and the Android app',
    holds: () => {
      const { data } = reads.details
      const lists = [data.pdt_identifications, data.pdt_grants, data.pdt_members]
      const ofMembers = members.flatMap((member) => [member.mbr_parameters, member.mbr_actions])
      for (const list of [...lists, ...ofMembers]) expect(list).toEqual(expect.any(Array))
    },
  },
  {
    rule: 'every value is text, and none is missing',
    breaks: 'the wrapper, the web page, the family’s app',
    holds: () => {
      for (const { data } of Object.values(answers)) {
        for (const leaf of leavesOf(data)) expect(leaf).toEqual(expect.any(String))
      }
    },
  },
  {
    rule: 'the location stands in the value and in its default',
    breaks: 'the switches and the Android app read the one, all others the other',
    holds: () => {
      const [product] = reads.categories.data.categories[0]?.cty_products ?? []
      const group = product?.pdt_parameter_groups.find(({ pgp_label }) => pgp_label === 'START')
      const location = group?.pgp_parameters.find(({ prr_label }) => prr_label === 'LOCATION')
      expect(location).toMatchObject({
        prr_value: anna.location,
        prr_default_value: anna.location,
      })
    },
  },
  {
    rule: 'a product has at least its own location, also where none is said',
    breaks: 'the wrapper, and the family’s app',
    holds: () => {
      const [location] = reads.locations.data.locations
      expect(location?.ltn_parameters).toEqual([
        {
          prr_label: 'LOCATION',
          prr_value: anna.location,
          prr_default_value_display: `${anna.location}-Centrum`,
        },
      ])
    },
  },
  {
    rule: 'there is data in every yes but of stopping and favourites',
    breaks: 'the family’s app, the Android app, the library',
    holds: () => {
      for (const { hasData } of Object.values(answers)) expect(hasData).toBe(true)
      expect(stopped.hasData).toBe(false)
    },
  },
  {
    rule: 'moments are padded, and are taken without',
    breaks: 'all that read them, and the web page that writes them',
    holds: async () => {
      for (const { atn_parameters } of actions) {
        expect(valueOf(atn_parameters, 'TIMESTART')).toMatch(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/)
      }
      const unpadded = inAnHour().replace(/^0/, '')
      const parked = await start(ask, 'UNPADDED1', { end: unpadded })
      expect(valueOf(parked.data.atn_parameters, 'TIMEEND')).toBe(inAnHour())
    },
  },
  {
    rule: 'what was started is a member at once: parked, since about now, until as was asked',
    breaks: 'the switches, the Android app and the family’s app, which look',
    holds: async () => {
      const begun = wireTime(town.now.subtract({ seconds: 4 }))
      await start(ask, 'SEEN1', { start: begun })
      const { data } = await ask('get_category_product_details', { product_id })
      const member = data.pdt_members.find(({ mbr_identifier }) => mbr_identifier === 'SEEN1')
      expect(member).toMatchObject({ mbr_type: 'LPN', mbr_active: 'YES' })
      const [action] = member?.mbr_actions ?? []
      expect(action?.atn_state).toBe('ACTIVE')
      const [since, until] = action?.atn_parameters ?? []
      expect([since?.prr_value, until?.prr_value]).toEqual([wireTime(town.now), inAnHour()])
    },
  },
  {
    rule: 'no body at all will do, with a length or without',
    breaks: 'the web page and the wrapper',
    holds: async () => {
      for (const name of [
        'get_activations',
        'get_payment_status',
        'send_action_history_mail',
        'send_mutation_history_mail',
      ]) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        for (const answer of [
          await askRaw(name, undefined),
          await askRaw(name, ''),
          await askRaw(name, '', headers),
          await askRaw(name, undefined, headers),
        ]) {
          expect([name, answer.major]).toEqual([name, 'OK'])
        }
      }
    },
  },
  {
    rule: 'the cookie holds for every path',
    breaks: everybody,
    holds: async () => {
      expect(await setCookieOf(town.app)).toMatch(/; Path=\/;/)
    },
  },
  {
    rule: 'over plain HTTP the cookie is not only for HTTPS',
    breaks: 'the jar of the integrations, in somebody’s home',
    holds: async () => {
      const publicUrl = new URL('http://localhost:3000')
      const { db, secrets } = town
      const plain = buildApp({ db, now: () => town.now, publicUrl, secrets })
      expect(await setCookieOf(plain)).toMatch(
        /^JSESSIONID=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/,
      )
    },
  },
  {
    rule: 'nothing is asked for but the cookie',
    breaks: everybody,
    holds: async () => {
      const response = await town.app.inject({
        method: 'POST',
        url: '/gsmpark-app-www/json/get_categories.json',
        headers: { cookie: cookie() },
      })
      expect(response.json()).toMatchObject({ status: { code: { major: 'OK' } } })
    },
  },
])('$rule; otherwise it breaks $breaks', async ({ holds }) => {
  expect.hasAssertions()
  await holds()
})

function leavesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(leavesOf)
}

async function setCookieOf(app: FastifyInstance): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/gsmpark-app-www/json/check_credentials.json',
    payload: credentials(anna),
  })
  return String(response.headers['set-cookie'])
}

function credentials({ email, password }: Neighbour): string {
  return new URLSearchParams({ email, password }).toString()
}
