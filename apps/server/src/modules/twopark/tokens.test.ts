import { beforeEach, describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { makeToken } from '../../../test/programs.ts'
import { withApp } from '../../../test/second-factor.ts'
import { neighbour, type Neighbour } from '../../../test/two-park/neighbours.ts'
import {
  favouriteData,
  openSpeaker,
  speaking,
  type Speaker,
} from '../../../test/two-park/speaker.ts'
import { startAt } from '../../../test/two-park/whole-visit.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

type Wish = Parameters<typeof makeToken>[1]

/** Signed in with a token of hers in the place of the password. */
async function byToken(anna: Neighbour, wish?: Wish) {
  const { id, secret: password } = await makeToken(anna, wish)
  return { id, ...(await speaking(town.app, { email: anna.email, password })) }
}

const start = ({ ask }: Pick<Speaker, 'ask'>, { wireId }: Neighbour, plate = 'AB123C') =>
  startAt(town, { ask, product_id: wireId }, { plate })

describe('a personal access token in the place of the password', () => {
  test('for reading opens what there is to read, and parks nothing', async () => {
    const anna = await neighbour(town)
    const { ask } = await byToken(anna, { scope: 'read' })
    const details = await ask('get_category_product_details', { product_id: anna.wireId })
    expect(details.minor).toBe('SUCCESS')
    const started = await start({ ask }, anna)
    expect(started).toMatchObject({ http: 200, major: 'FAIL', minor: 'INTERNAL_ERROR' })
    expect(started.data.alternates).toEqual([])
    expect(started.message).toMatch(/token/)
  })

  test('for parking parks, and changes nothing else', async () => {
    const anna = await neighbour(town)
    const { ask } = await byToken(anna, { scope: 'park' })
    const { data, major } = await start({ ask }, anna)
    expect(major).toBe('OK')
    const product_id = anna.wireId
    const stopped = await ask('stop_action', { product_id, action_id: data.atn_id })
    expect(stopped.major).toBe('OK')
    for (const [name, fields] of [
      ['handle_favorite', { product_id, data: favouriteData('add', 'AB123C', 'Oma') }],
      ['set_threshold', { threshold_value: '5', autonomous_product_id: product_id }],
      ['get_action_history', { product_id }],
      ['start_transaction', { product_id, pay_amount: '10.00' }],
    ] as const) {
      expect(await ask(name, fields)).toMatchObject({ major: 'FAIL', minor: 'INTERNAL_ERROR' })
    }
  })

  test('for one product shows that one, and no other is there', async () => {
    const anna = await neighbour(town)
    const other = await neighbour(town, { holderId: anna.accountId })
    const { ask } = await byToken(anna, { scope: 'park', productId: anna.productId })
    const { data } = await ask('get_categories')
    const ids = data.categories.flatMap(({ cty_products }) => cty_products)
    expect(ids.map(({ pdt_id }) => pdt_id)).toEqual([anna.wireId])
    expect((await start({ ask }, anna)).major).toBe('OK')
    expect((await start({ ask }, other)).minor).toBe('INTERNAL_ERROR')
  })

  test('pays so much a day and no more', async () => {
    const anna = await neighbour(town)
    const wish = { scope: 'park', productId: anna.productId, dayLimit: 3_00 } as const
    const speaker = await byToken(anna, wish)
    expect((await start(speaker, anna)).major).toBe('OK')
    expect(await start(speaker, anna, 'CD456E')).toMatchObject({ minor: 'TOKEN_DAY_LIMIT' })
  })

  test('needs no second step', async () => {
    const anna = await withApp(town)
    const { secret: password } = await makeToken(anna)
    const { ask } = await speaking(town.app, { email: anna.email, password })
    expect((await ask('get_categories')).major).toBe('OK')
  })

  test('signs out at once what it signed in, when it is revoked or over', async () => {
    const anna = await neighbour(town)
    const { ask, id } = await byToken(anna)
    const params = { accessTokenId: id }
    await anna.call('DELETE /account/access-tokens/{accessTokenId}', { params })
    expect((await ask('get_categories')).minor).toBe('SESSION_TIMEOUT')
    const later = await byToken(anna, { lifetimeDays: 30 })
    for (let hours = 23; hours < 24 * 30; hours += 23) {
      town.now = mondayAtTen.add({ hours })
      expect((await later.ask('get_categories')).major).toBe('OK')
    }
    town.now = mondayAtTen.add({ hours: 24 * 30 })
    expect((await later.ask('get_categories')).minor).toBe('SESSION_TIMEOUT')
  })

  test.each([
    { with: 'the address of another', given: { email: 'nobody@example.com' } },
    { with: 'one that nobody was given', given: { password: `2park_${'a'.repeat(43)}` } },
  ])('is wrong with $with', async ({ given }) => {
    const anna = await neighbour(town)
    const { secret: password } = await makeToken(anna)
    const speaker = await openSpeaker(town.app)
    const shown = { email: anna.email, password, ...given }
    expect((await speaker.ask('check_credentials', shown)).minor).toBe('INVALID_CREDS')
    expect(speaker.cookie()).toBe('')
  })

  test('that is the address of a calendar opens nothing', async () => {
    const anna = await neighbour(town)
    const { secret } = await makeToken(anna, { scope: 'calendar' })
    const password = secret.split('/').at(-1)?.replace('.ics', '') ?? ''
    const speaker = await openSpeaker(town.app)
    const answer = await speaker.ask('check_credentials', { email: anna.email, password })
    expect(answer.minor).toBe('INVALID_CREDS')
  })
})
