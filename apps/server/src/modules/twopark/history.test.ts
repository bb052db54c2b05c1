import { beforeEach, describe, expect, test } from 'vitest'
import { arrangeHistory } from '../../../test/arrange.ts'
import { delegateOf } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { park, stop } from '../../../test/parking.ts'
import { openAndroidApp } from '../../../test/two-park/android-app.ts'
import { openFamilyApp } from '../../../test/two-park/family-app.ts'
import { neighbour, type Neighbour } from '../../../test/two-park/neighbours.ts'
import { speaking, valueOf, type Data } from '../../../test/two-park/speaker.ts'
import { openWebPage } from '../../../test/two-park/web-page.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

/** Twenty-four days of visits, and one so long ago that its plate is forgotten. */
async function withHistory(): Promise<Neighbour> {
  const anna = await neighbour(town)
  await arrangeHistory(town.db, mondayAtTen, { ...anna, days: 24 })
  return anna
}

async function onPage({ email, password }: Neighbour) {
  const page = await openWebPage(town.app)
  await page.login(email, password)
  return page
}

const idsOf = (pages: readonly Data[]) =>
  pages.flatMap(({ actions }) => actions.map(({ atn_id }) => atn_id))

describe('the history in the 2Park protocol', () => {
  test('tells each action by position, the newest first', async () => {
    const anna = await neighbour(town)
    await arrangeHistory(town.db, mondayAtTen, { ...anna, days: 1 })
    const { ask } = await speaking(town.app, anna)
    const window = { product_id: anna.wireId, startindex: '0', stopindex: '10' }
    const { data } = await ask('get_action_history', window)
    expect(data).toMatchObject({ startindex: '1', stopindex: '2', maxindex: '2' })
    const labels = ['MBR_IDENT', 'TIMESTART', 'TIMEEND', 'LOCATION', 'COST', 'CURRENCY_DESC']
    expect(data.headers.map(({ hdr_label }) => hdr_label)).toEqual(labels)
    const rows = data.actions.map(({ atn_parameters }) =>
      atn_parameters.map(({ prr_value }) => prr_value),
    )
    expect(rows).toEqual([
      ['D001AY', '01-03-2026 12:00:00', '01-03-2026 13:00:00', 'Centrum', '2.40', '€'],
      ['', '22-11-2025 12:00:00', '22-11-2025 13:00:00', 'Centrum', '2.40', '€'],
    ])
    expect(data.actions[0]).toMatchObject({ atn_state: 'COMPLETED', atn_chained: 'NO' })
  })

  test('is paged by the web page, the Android app and the family’s app without gap or double', async () => {
    const anna = await withHistory()
    const page = await onPage(anna)
    const android = await openAndroidApp(town.app, anna)
    const family = await openFamilyApp(town.app, anna)
    const byPage = await page.history(anna.wireId)
    expect(new Set(byPage).size).toBe(25)
    expect(byPage).toHaveLength(25)
    expect(idsOf(await android.pages('get_action_history', anna.wireId))).toEqual(byPage)
    const imported = await family.importHistory(anna.wireId)
    expect(imported.map(({ atn_id }) => atn_id)).toEqual(byPage)
  })

  test('stays what it was while it is paged, though actions end meanwhile', async () => {
    const anna = await withHistory()
    const { body } = await park(anna, 'AB123C')
    const { ask } = await speaking(town.app, anna)
    const read = async (start: number, last: number) => {
      const window = { startindex: String(start), stopindex: String(last) }
      const { data } = await ask('get_action_history', { product_id: anna.wireId, ...window })
      return data
    }
    const first = await read(0, 10)
    town.now = mondayAtTen.add({ minutes: 10 })
    await stop(anna, body.id)
    const [second, third] = [await read(11, 20), await read(21, 30)]
    const rows = idsOf([first, second, third])
    expect(rows).toHaveLength(25)
    expect(new Set(rows).size).toBe(25)
    expect(rows).not.toContain(body.id)
    const [newest] = idsOf([await read(0, 10)])
    expect(newest).toBe(body.id)
  })

  test.each([
    { window: ['0', '0'], rows: 0, said: ['1', '0'], because: 'there is no position 0' },
    {
      window: ['25', '25'],
      rows: 1,
      said: ['25', '25'],
      because: 'one row is asked for by itself',
    },
    { window: ['20', '24'], rows: 5, said: ['20', '24'], because: 'both ends are in' },
    { window: ['21', '99'], rows: 5, said: ['21', '25'], because: 'there are no more' },
    { window: ['26', '35'], rows: 0, said: ['26', '25'], because: 'there are no more' },
    {
      window: ['undefined', 'undefined'],
      rows: 25,
      said: ['1', '25'],
      because: 'the plate picker means all',
    },
  ])('from $window has $rows rows, because $because', async ({ window, rows, said }) => {
    const anna = await withHistory()
    const { ask } = await speaking(town.app, anna)
    const [startindex = '', stopindex = ''] = window
    const asked = { product_id: anna.wireId, startindex, stopindex }
    const { data } = await ask('get_action_history', asked)
    expect(data.actions).toHaveLength(rows)
    expect([data.startindex, data.stopindex]).toEqual(said)
    expect(data.maxindex).toBe('25')
  })

  test('of a delegate is what they parked themselves', async () => {
    const anna = await neighbour(town, { delegations: 'plateOptional' })
    const { delegate } = await delegateOf(town, anna)
    for (const who of [anna, delegate]) {
      const { body } = await park(who, who === anna ? 'ANNA1' : 'BRAM1')
      await stop(who, body.id)
    }
    const plates = async (who: Pick<Neighbour, 'email' | 'password'>) => {
      const { ask } = await speaking(town.app, who)
      const window = { product_id: anna.wireId, startindex: '0', stopindex: '10' }
      const { data } = await ask('get_action_history', window)
      return data.actions.map(({ atn_parameters }) => valueOf(atn_parameters, 'MBR_IDENT'))
    }
    town.now = mondayAtTen.add({ minutes: 1 })
    expect(await plates(delegate)).toEqual(['BRAM1'])
    expect(new Set(await plates(anna))).toEqual(new Set(['ANNA1', 'BRAM1']))
    const { ask } = await speaking(town.app, delegate)
    const own = await ask('get_mutation_history', { product_id: anna.wireId, startindex: '1' })
    expect(own.data).toMatchObject({ mutations: [], maxindex: '0' })
  })
})

describe('the transactions in the 2Park protocol', () => {
  test('tell what came and went, by position', async () => {
    const anna = await neighbour(town)
    const { body } = await park(anna, 'AB123C')
    town.now = mondayAtTen.add({ minutes: 15 })
    await stop(anna, body.id)
    const { ask } = await speaking(town.app, anna)
    const window = { product_id: anna.wireId, startindex: '1', stopindex: '10' }
    const { data } = await ask('get_mutation_history', { ...window, locale: 'en_UK' })
    const rows = data.mutations.map(({ mtn_parameters }) =>
      mtn_parameters.map(({ prr_value }) => prr_value),
    )
    expect(rows).toEqual([
      ['Bijboeking', '1.80', '€', '02-03-2026 10:15', 'AB123C'],
      ['Afboeking', '-2.40', '€', '02-03-2026 10:00', 'AB123C'],
      ['Bijboeking', '100.00', '€', '02-03-2026 10:00', ''],
    ])
  })

  test('are paged by the Android app without gap or double, though some come meanwhile', async () => {
    const anna = await withHistory()
    const android = await openAndroidApp(town.app, anna)
    const pages = await android.pages('get_mutation_history', anna.wireId)
    const rows = pages.flatMap(({ mutations }) => mutations)
    expect(rows).toHaveLength(26)
    const { ask } = await speaking(town.app, anna)
    const read = async (start: number, last: number) => {
      const window = { startindex: String(start), stopindex: String(last) }
      const asked = { product_id: anna.wireId, ...window }
      return (await ask('get_mutation_history', asked)).data.mutations
    }
    const first = await read(1, 10)
    await park(anna, 'AB123C')
    expect([...first, ...(await read(11, 20)), ...(await read(21, 30))]).toEqual(rows)
    expect(await read(1, 1)).not.toEqual(first.slice(0, 1))
  })
})

describe('the history by mail in the 2Park protocol', () => {
  test.each([
    ['get_action_history', 'send_action_history_mail', 'parkeeracties.csv'],
    ['get_mutation_history', 'send_mutation_history_mail', 'transacties.csv'],
  ])('is that of the product whose %s was read last, by %s', async (read, send, file) => {
    const anna = await neighbour(town)
    const other = await neighbour(town, { holderId: anna.accountId })
    await arrangeHistory(town.db, mondayAtTen, { ...anna, days: 2 })
    const { ask, askRaw } = await speaking(town.app, anna)
    expect(await askRaw(send, undefined)).toMatchObject({ major: 'FAIL', minor: 'NODATAFOUND' })
    for (const product_id of [other.wireId, anna.wireId]) {
      await ask(read, { product_id, startindex: '1', stopindex: '10' })
    }
    expect(await askRaw(send, undefined)).toMatchObject({ major: 'OK', minor: 'SUCCESS' })
    const [mail] = await town.mailsTo(anna.email)
    expect(mail?.attachments.map(({ fileName }) => fileName)).toEqual([file])
  })
})
