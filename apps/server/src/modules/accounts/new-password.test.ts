import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { createAccount } from './accounts.commands.ts'
import { checkNewPassword } from './new-password.ts'

const town = await openTown()
const email = 'margriet.jansen@example.nl'

describe('a new password', () => {
  test.each([
    ['twaalf zinnen', ['passwordTooShort']],
    ['vijftien tekens', []],
    // One character each, though more than one byte.
    ['🚗🚙🚌🚎🏎🚓🚑🚒🚐🛻🚚🚛🚜🛵', ['passwordTooShort']],
    ['🚗🚙🚌🚎🏎🚓🚑🚒🚐🛻🚚🚛🚜🛵🚲', []],
    // As someone types it on a Mac: an e and an accent are one character.
    ['cafe\u0301 aan de gr', ['passwordTooShort']],
    ['1234567890123456789', ['passwordCommon']],
    ['Passwordpassword', ['passwordCommon', 'passwordTellsWho']],
    ['welkom01welkom01', ['passwordCommon']],
    ['aaaaaaaaaaaaaaaaaaaa', ['passwordCommon']],
    ['margriet.jansen!', ['passwordTellsWho']],
    ['Margriet.Jansen-2Park', ['passwordTellsWho']],
    ['Waterdam-parkeren', ['passwordTellsWho']],
    ['margriet.jansen likes long walks', []],
    ['paars fiets wolk dinsdag', []],
  ])('%j is refused for %j', async (password, faults) => {
    expect(await checkNewPassword({ password, email, words: ['Waterdam'] })).toEqual(faults)
  })

  test('may be of twelve characters where a second step follows', async () => {
    const check = (password: string) => checkNewPassword({ password, email, hasSecondFactor: true })
    expect(await check('elf tekens.')).toEqual(['passwordTooShort'])
    expect(await check('twaalf teken')).toEqual([])
    // On the list, though too short for those without.
    expect(await check('password1234')).toContain('passwordCommon')
  })
})

describe('creating an account', () => {
  test('A4: is refused with every reason at once, at the field of the password', async () => {
    await expect(create({ password: 'welkom01' })).rejects.toMatchObject({
      code: 'invalid',
      details: { errors: [{ in: 'body', pointer: '/password', code: 'passwordTooShort' }] },
    })
  })

  test('A4: gives an account that one can sign in with', async () => {
    const address = `${randomUUID()}@example.com`
    const password = 'paars fiets wolk dinsdag'
    const { accountId } = await create({ address: ` ${address.toUpperCase()}`, password })
    const response = await town.app.inject({
      method: 'POST',
      url: '/api/v1/sign-ins',
      payload: { email: address, password },
    })
    expect(response.json()).toEqual({ id: accountId, email: address, language: 'en' })
  })

  test('A4: is refused for an address that has one, also when two do it at once', async () => {
    const address = `${randomUUID()}@example.com`
    const outcomes = await Promise.allSettled([create({ address }), create({ address })])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(create({ address })).rejects.toThrow('accountExists')
  })
})

type Wish = { readonly address?: string; readonly password?: string }

function create({ address = email, password = 'paars fiets wolk dinsdag' }: Wish) {
  const wish = { email: address, password, language: 'en' } as const
  return town.db.transaction().execute((tx) => createAccount(tx, wish, mondayAtTen))
}
