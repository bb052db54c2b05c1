import { beforeEach, describe, expect, test } from 'vitest'
import { balanceOf, delegateOf, invite, revoke, someone } from '../../../test/delegating.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { mostDelegations } from './delegations.policy.ts'

const town = await openTown()
const allowed = { delegations: 'plateOptional' } as const

beforeEach(() => {
  town.now = mondayAtTen
})

describe('inviting a delegate', () => {
  test('J3, J5: moves the part at once, and tells the new balance', async () => {
    const anna = await town.resident(allowed)
    const { status, body } = await invite(anna, { email: someone(), allotment: 12_50 })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      delegation: { state: 'pending', allotment: { unit: 'money', value: 12_50 } },
      balance: { unit: 'money', value: 87_50 },
    })
    expect(await balanceOf(anna)).toBe(87_50)
  })

  test('J5: without a part shares the whole balance', async () => {
    const anna = await town.resident(allowed)
    const { body } = await invite(anna, { email: someone() })
    expect(body.balance.value).toBe(100_00)
    expect(body.delegation.allotment).toBeUndefined()
  })

  test.each(['time', 'count'] as const)('J3: gives a part in %s, too', async (unit) => {
    const anna = await town.resident({ ...allowed, unit, balance: 7200 })
    const { body } = await invite(anna, { email: someone(), allotment: 3600 })
    expect(body.balance).toEqual({ unit, value: 3600 })
  })

  test('J3: is a mail in the language that was chosen, with who invites and a link', async () => {
    const anna = await town.resident(allowed)
    for (const [language, subject] of [
      ['nl', /^U mag parkeren/],
      ['en', /^You may park/],
    ] as const) {
      const email = someone()
      await invite(anna, { email, language, plate: 'gbb01b' })
      const [mail] = await town.mailsTo(email)
      expect(mail?.subject).toMatch(subject)
      expect(mail?.text).toContain(anna.email)
      expect(mail?.text).toContain('GBB-01-B')
      expect(mail?.links[0]).toMatch(/\/link#[\w-]{43}$/)
    }
  })

  test.each([
    ['no address', { email: 'nobody' }, '/email email'],
    ['no language that we speak', { language: 'fr' }, '/language notAllowed'],
    ['a part of nothing', { allotment: 0 }, '/allotment tooLow'],
    ['a part of a cent', { allotment: 1.5 }, '/allotment type'],
  ])('is wrong with %s', async (_, wrong, error) => {
    const anna = await town.resident(allowed)
    const params = { productId: anna.productId }
    const body = { email: someone(), language: 'nl', ...wrong }
    const answer = await anna.call('POST /products/{productId}/delegations', { params, body })
    const told = answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)
    expect([answer.status, told]).toEqual([400, [error]])
  })

  test('J1: is refused where the municipality did not choose it', async () => {
    const answer = await invite(await town.resident(), { email: someone() })
    expect(answer).toMatchObject({ status: 409, body: { code: 'delegationNotOffered' } })
  })

  test('J1: is refused on another’s product, also to who may park on it', async () => {
    const anna = await town.resident(allowed)
    const { delegate } = await delegateOf(town, anna)
    const eve = { ...(await town.resident()), productId: anna.productId }
    for (const who of [delegate, eve]) {
      expect(await invite(who, { email: someone() })).toMatchObject({ status: 404 })
    }
  })

  test('J3: is refused without a plate where the municipality asks for one', async () => {
    const anna = await town.resident({ delegations: 'plateRequired' })
    expect(await invite(anna, { email: someone() })).toMatchObject({
      status: 409,
      body: { code: 'plateRequired' },
    })
    const { status, body } = await invite(anna, { email: someone(), plate: 'GBB01B' })
    expect([status, body.delegation.plate]).toEqual([201, { number: 'GBB01B', country: 'NL' }])
  })

  test('is refused to oneself, in whatever letters', async () => {
    const anna = await town.resident(allowed)
    const answer = await invite(anna, { email: ` ${anna.email.toUpperCase()} ` })
    expect(answer).toMatchObject({ status: 409, body: { code: 'delegateIsHolder' } })
  })

  test('is refused twice to one address, until it is revoked', async () => {
    const anna = await town.resident(allowed)
    const email = someone()
    const { body } = await invite(anna, { email })
    const again = await invite(anna, { email: email.toUpperCase() })
    expect(again).toMatchObject({ status: 409, body: { code: 'alreadyDelegated' } })
    await revoke(anna, body.delegation.id)
    expect(await invite(anna, { email })).toMatchObject({ status: 201 })
  })

  test('P1: is refused for a cent more than there is, and told how much is lacking', async () => {
    const anna = await town.resident({ ...allowed, balance: 10_00 })
    const email = someone()
    expect(await invite(anna, { email, allotment: 10_01 })).toMatchObject({
      status: 409,
      body: { code: 'allotmentTooHigh', shortfall: { unit: 'money', value: 1 } },
    })
    expect(await town.mailsTo(email)).toEqual([])
    expect(await invite(anna, { email, allotment: 10_00 })).toMatchObject({
      status: 201,
      body: { balance: { value: 0 } },
    })
  })

  test.each([
    ['blocked', { blockedAt: mondayAtTen }],
    ['expired', { valid: { start: mondayAtTen.subtract({ hours: 2 }), end: mondayAtTen } }],
  ])('is refused on a product that is %s', async (code, given) => {
    const anna = await town.resident({ ...allowed, ...given })
    const answer = await invite(anna, { email: someone() })
    expect(answer).toMatchObject({ status: 409, body: { code } })
  })

  test('G5: is told every reason, the weightiest first', async () => {
    const anna = await town.resident({ delegations: 'plateRequired', blockedAt: mondayAtTen })
    const { body } = await invite(anna, { email: anna.email })
    const told = body.reasons?.map(({ code }) => code)
    expect(told).toEqual(['blocked', 'delegateIsHolder', 'plateRequired'])
  })

  test('is possible so often and no more, also when the last ones come at once', async () => {
    const anna = await town.resident(allowed)
    for (let n = 1; n < mostDelegations; n++) await invite(anna, { email: someone() })
    const last = await Promise.all([1, 2, 3].map(() => invite(anna, { email: someone() })))
    expect(last.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    expect(last.find(({ status }) => status === 409)?.body.code).toBe('tooManyDelegations')
  })

  test('is possible fifty times a day, whatever becomes of them: they are mails', async () => {
    const anna = await town.resident(allowed)
    for (let n = 0; n < 50; n++) {
      const { body } = await invite(anna, { email: someone() })
      await revoke(anna, body.delegation.id)
    }
    expect(await invite(anna, { email: someone() })).toMatchObject({
      status: 429,
      body: { code: 'tooManyRequests' },
    })
    town.now = mondayAtTen.add({ hours: 25 })
    const again = await town.signIn(anna)
    const { status } = await invite({ ...again, productId: anna.productId }, { email: someone() })
    expect(status).toBe(201)
  })

  test('has one effect and one answer, however often the call is repeated', async () => {
    const anna = await town.resident(allowed)
    const email = someone()
    const sent = {
      params: { productId: anna.productId },
      body: { email, language: 'nl', allotment: 5_00 },
      key: 'once',
    }
    const answers = await Promise.all(
      [1, 2, 3].map(() => anna.call('POST /products/{productId}/delegations', sent)),
    )
    expect(new Set(answers.map(({ body }) => body.delegation.id)).size).toBe(1)
    expect(await balanceOf(anna)).toBe(95_00)
    expect(await town.mailsTo(email)).toHaveLength(1)
  })
})
