import { beforeEach, describe, expect, test } from 'vitest'
import { anySecrets } from '../../../test/any-secrets.ts'
import { codeAt } from '../../../test/authenticator-app.ts'
import { clientOf, cookieOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import {
  actionsOf,
  beginSignIn,
  signInTo,
  takeStepFrom,
  withApp,
} from '../../../test/second-factor.ts'
import { solvedProof } from '../../../test/solved-proof.ts'
import { wrongCodesPerDay, wrongCodesPerQuarter } from './codes.ts'
import { triesPerPending } from './second-step.ts'

const town = await openTown()
const takeStep = takeStepFrom(town)

beforeEach(() => {
  town.now = mondayAtTen
})

describe('the second step', () => {
  test('is asked after the right password, and only then', async () => {
    const anna = await withApp(town)
    expect(await signInTo(town, anna, { password: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 'signInFailed' },
    })
    const answer = await signInTo(town, anna)
    expect(answer).toMatchObject({
      status: 401,
      body: {
        code: 'secondFactorNeeded',
        secondStep: { ways: ['authenticatorApp', 'recoveryCode'] },
      },
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('signs in with a code of the app, however it is spaced', async () => {
    const anna = await withApp(town)
    const token = await beginSignIn(town, anna)
    const code = codeAt(anna.secret, town.now)
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `
    const { status, body, headers } = await takeStep(token, typed)
    expect([status, body.email]).toEqual([201, anna.email])
    const signedIn = clientOf(town.app, cookieOf(headers))
    expect(await signedIn('GET /account')).toMatchObject({ status: 200 })
  })

  // A new password by mail is worth one factor: who reads the mail has no app in hand (ASVS 6.4.3).
  test('A8: is asked after a password reset too, and what waited for the old one is over', async () => {
    const anna = await withApp(town)
    const waiting = await beginSignIn(town, anna)
    const password = 'paars fiets wolk dinsdag'
    await resetPassword(anna.email, password)

    const over = await takeStep(waiting, codeAt(anna.secret, town.now))
    expect(over).toMatchObject({ status: 409, body: { code: 'secondStepOver' } })
    const answer = await signInTo(town, anna, { password })
    expect(answer).toMatchObject({ status: 401, body: { code: 'secondFactorNeeded' } })
    expect(answer.headers['set-cookie']).toBeUndefined()
    const token = answer.body.secondStep?.token ?? ''
    expect(await takeStep(token, '000000')).toMatchObject({ status: 409 })
    expect(await takeStep(token, codeAt(anna.secret, town.now))).toMatchObject({ status: 201 })
  })

  test('says what to do where the key is lost that the app was sealed with', async () => {
    const anna = await withApp(town)
    await town.db
      .updateTable('authenticator_apps')
      .set({ sealed_secret: anySecrets().seal(Buffer.from('a secret'), anna.accountId) })
      .where('account_id', '=', anna.accountId)
      .execute()
    const token = await beginSignIn(town, anna)
    const answer = await takeStep(token, codeAt(anna.secret, town.now))
    expect(answer).toMatchObject({ status: 409, body: { code: 'authenticatorAppUnreadable' } })
    const [first = '', second = ''] = anna.recoveryCodes
    expect(await takeStep(token, first)).toMatchObject({ status: 201 })
    const body = { password: anna.password, code: second }
    const removed = await anna.call('POST /account/authenticator-app/_remove', { body })
    expect(removed.status).toBe(204)
    expect((await anna.call('POST /account/authenticator-app')).status).toBe(201)
  })

  test.each([
    [-60, 409],
    [-30, 201],
    [30, 201],
    [60, 409],
  ])('takes the code of %i seconds off: %i', async (seconds, status) => {
    const anna = await withApp(town)
    const code = codeAt(anna.secret, town.now.add({ seconds }))
    expect(await takeStep(await beginSignIn(town, anna), code)).toMatchObject({ status })
  })

  test('takes a code once, also when two browsers come with it at the same time', async () => {
    const anna = await withApp(town)
    const code = codeAt(anna.secret, town.now)
    const tokens = [await beginSignIn(town, anna), await beginSignIn(town, anna)]
    const answers = await Promise.all(tokens.map((token) => takeStep(token, code)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    const later = await takeStep(await beginSignIn(town, anna), code)
    expect(later).toMatchObject({ status: 409, body: { code: 'codeWrong' } })
  })

  test('takes no earlier code after a later one', async () => {
    const anna = await withApp(town)
    const next = codeAt(anna.secret, town.now.add({ seconds: 30 }))
    expect(await takeStep(await beginSignIn(town, anna), next)).toMatchObject({ status: 201 })
    const present = codeAt(anna.secret, town.now)
    expect(await takeStep(await beginSignIn(town, anna), present)).toMatchObject({ status: 409 })
  })

  test('remembers whether to stay signed in', async () => {
    const anna = await withApp(town)
    const token = await beginSignIn(town, anna, { isRemembered: true })
    const { headers } = await takeStep(token, codeAt(anna.secret, town.now))
    expect(String(headers['set-cookie'])).toContain('Max-Age=2592000')
  })

  test('is over after five minutes, after five wrong codes, and once it was taken', async () => {
    const anna = await withApp(town)
    const over = { status: 409, body: { code: 'secondStepOver' } }
    const late = await beginSignIn(town, anna)
    town.now = town.now.add({ minutes: 5 })
    expect(await takeStep(late, codeAt(anna.secret, town.now))).toMatchObject(over)

    const guessed = await beginSignIn(town, anna)
    for (let turn = 0; turn < triesPerPending; turn++) await takeStep(guessed, '000000')
    expect(await takeStep(guessed, codeAt(anna.secret, town.now))).toMatchObject(over)

    const taken = await beginSignIn(town, anna)
    await takeStep(taken, codeAt(anna.secret, town.now))
    town.now = town.now.add({ minutes: 1 })
    expect(await takeStep(taken, codeAt(anna.secret, town.now))).toMatchObject(over)
    expect(await takeStep('made up', '123456')).toMatchObject(over)
  })

  // However often an attacker who has the password begins anew.
  test('is answered 429 after too many wrong codes in a quarter, and in a day', async () => {
    const anna = await withApp(town)
    const guess = async (times: number) => {
      for (let turn = 0; turn < times; turn++)
        await takeStep(await beginSignIn(town, anna), '000000')
    }
    const right = async () => takeStep(await beginSignIn(town, anna), codeAt(anna.secret, town.now))
    await guess(wrongCodesPerQuarter)
    expect(await right()).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } })
    town.now = town.now.add({ minutes: 15 })
    expect(await right()).toMatchObject({ status: 201 })

    for (let left = wrongCodesPerDay; left > 0; left -= wrongCodesPerQuarter) {
      town.now = town.now.add({ minutes: 15 })
      await guess(wrongCodesPerQuarter - 1)
    }
    await guess(wrongCodesPerQuarter)
    town.now = town.now.add({ minutes: 15 })
    expect(await right()).toMatchObject({ status: 429 })
    town.now = town.now.add({ hours: 24 })
    expect(await right()).toMatchObject({ status: 201 })
  })

  test('is in the audit trail', async () => {
    const anna = await withApp(town)
    await takeStep(await beginSignIn(town, anna), '000000')
    await takeStep(await beginSignIn(town, anna), anna.recoveryCodes[0] ?? '')
    expect(await actionsOf(town, anna)).toEqual([
      'signedIn',
      'authenticatorAppAdded',
      'codeRefused',
      'recoveryCodeUsed',
      'signedIn',
    ])
  })
})

describe('a recovery code', () => {
  test('stands in for the app once, however it is typed', async () => {
    const anna = await withApp(town)
    const [first = '', second = ''] = anna.recoveryCodes
    expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    const typed = first.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await takeStep(await beginSignIn(town, anna), typed)).toMatchObject({ status: 201 })
    expect(await takeStep(await beginSignIn(town, anna), first)).toMatchObject({ status: 409 })
    expect(await takeStep(await beginSignIn(town, anna), second)).toMatchObject({ status: 201 })
    expect(await anna.call('GET /account/second-factor')).toMatchObject({
      body: { recoveryCodesLeft: 8 },
    })
  })

  test('counts once when it comes twice at the same time', async () => {
    const anna = await withApp(town)
    const [code = ''] = anna.recoveryCodes
    const tokens = [await beginSignIn(town, anna), await beginSignIn(town, anna)]
    const answers = await Promise.all(tokens.map((token) => takeStep(token, code)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('of a former set, or of somebody else, is refused', async () => {
    const anna = await withApp(town)
    const bram = await withApp(town)
    const renewed = await anna.call('POST /account/recovery-codes/_renew')
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    for (const code of [anna.recoveryCodes[0] ?? '', bram.recoveryCodes[0] ?? '']) {
      expect(await takeStep(await beginSignIn(town, anna), code)).toMatchObject({ status: 409 })
    }
    const [fresh = ''] = renewed.body.recoveryCodes
    expect(await takeStep(await beginSignIn(town, anna), fresh)).toMatchObject({ status: 201 })
  })

  test('is given to nobody without a second factor', async () => {
    const anna = await town.resident()
    const answer = await anna.call('POST /account/recovery-codes/_renew')
    expect(answer).toMatchObject({ status: 409, body: { code: 'noSecondFactor' } })
  })
})

async function resetPassword(email: string, password: string): Promise<void> {
  const nobody = clientOf(town.app)
  await nobody('POST /password-resets', { body: { email, proof: await solvedProof(town.app) } })
  const link = new URL((await town.mailsTo(email)).at(-1)?.links[0] ?? '')
  const body = { token: link.hash.slice(1), password, proof: await solvedProof(town.app) }
  const { status } = await nobody('POST /password-resets/_complete', { body })
  expect(status).toBe(204)
}
