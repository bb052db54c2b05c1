import { beforeEach, describe, expect, test } from 'vitest'
import { codeAt } from '../../../test/authenticator-app.ts'
import type { Client } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { actionsOf, signInTo, withApp, type WithApp } from '../../../test/second-factor.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('setting up an authenticator app', () => {
  test('gives a secret to type and to scan, which holds once a code confirms it', async () => {
    const anna = await town.resident()
    const { status, body } = await anna.call('POST /account/authenticator-app')
    expect(status).toBe(201)
    expect(body.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(body.address).toContain(`secret=${body.secret}`)
    // Not yet: whoever closes the page here is not shut out.
    expect(await signInTo(town, anna)).toMatchObject({ status: 201 })
    const code = codeAt(body.secret, town.now)
    const confirmed = await anna.call('POST /account/authenticator-app/_confirm', {
      body: { code },
    })
    expect(confirmed.status).toBe(200)
    expect(confirmed.body.recoveryCodes).toHaveLength(10)
    expect(await anna.call('GET /account/second-factor')).toMatchObject({
      body: {
        isOn: true,
        authenticatorAppSince: town.now.toString(),
        recoveryCodesLeft: 10,
      },
    })
  })

  test('is refused with a wrong code, and with no app begun', async () => {
    const anna = await town.resident()
    const confirm = (code: string) =>
      anna.call('POST /account/authenticator-app/_confirm', { body: { code } })
    expect(await confirm('123456')).toMatchObject({ status: 409, body: { code: 'codeWrong' } })
    const { body } = await anna.call('POST /account/authenticator-app')
    const old = codeAt(body.secret, town.now.subtract({ minutes: 2 }))
    expect(await confirm(old)).toMatchObject({ status: 409, body: { code: 'codeWrong' } })
    expect(await anna.call('GET /account/second-factor')).toMatchObject({ body: { isOn: false } })
  })

  test('is refused when there is one', async () => {
    const anna = await withApp(town)
    for (const answer of [
      await anna.call('POST /account/authenticator-app'),
      await anna.call('POST /account/authenticator-app/_confirm', { body: { code: '123456' } }),
    ]) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'authenticatorAppExists' } })
    }
  })

  test('begun again, goes by the latest secret', async () => {
    const anna = await town.resident()
    const first = await anna.call('POST /account/authenticator-app')
    const second = await anna.call('POST /account/authenticator-app')
    const confirm = (secret: string) =>
      anna.call('POST /account/authenticator-app/_confirm', {
        body: { code: codeAt(secret, town.now) },
      })
    expect(await confirm(first.body.secret)).toMatchObject({ status: 409 })
    expect(await confirm(second.body.secret)).toMatchObject({ status: 200 })
  })

  test('keeps neither the secret nor the recovery codes in clear', async () => {
    const anna = await town.resident()
    const begun = await anna.call('POST /account/authenticator-app', { key: 'begin' })
    const { secret } = begun.body
    const body = { code: codeAt(secret, town.now) }
    const confirmed = await anna.call('POST /account/authenticator-app/_confirm', {
      body,
      key: 'confirm',
    })
    const [code = ''] = confirmed.body.recoveryCodes
    const app = await town.db
      .selectFrom('authenticator_apps')
      .selectAll()
      .where('account_id', '=', anna.accountId)
      .executeTakeFirstOrThrow()
    expect(town.secrets.open(app.sealed_secret, anna.accountId)).toHaveLength(20)
    const kept = await town.db
      .selectFrom('idempotency_keys')
      .select('body')
      .where('caller_id', '=', anna.accountId)
      .execute()
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${secret}|${code}`))
    // A retry is answered, without the codes: new ones can be made.
    expect(
      await anna.call('POST /account/authenticator-app/_confirm', { body, key: 'confirm' }),
    ).toMatchObject({ status: 200, body: { recoveryCodes: [] } })
  })

  test('and each later change is told by mail, in the audit trail without a code', async () => {
    const anna = await withApp(town)
    const [first] = await town.mailsTo(anna.email)
    expect(first?.subject).toBe('Inloggen met een authenticator-app is ingesteld')
    await anna.call('POST /account/recovery-codes/_renew')
    await remove(anna)
    const subjects = (await town.mailsTo(anna.email)).map(({ subject }) => subject)
    expect(subjects).toEqual([
      'Inloggen met een authenticator-app is ingesteld',
      'U heeft nieuwe herstelcodes',
      'Inloggen met een authenticator-app is uitgezet',
    ])
    expect(await actionsOf(town, anna)).toEqual([
      'signedIn',
      'authenticatorAppAdded',
      'recoveryCodesRenewed',
      'authenticatorAppRemoved',
    ])
  })
})

describe('doing without the app', () => {
  test('takes the password and a code', async () => {
    const anna = await withApp(town)
    expect(await remove(anna, { password: 'wrong' })).toMatchObject({
      status: 409,
      body: { code: 'passwordWrong' },
    })
    expect(await remove(anna, { code: '000000' })).toMatchObject({
      status: 409,
      body: { code: 'codeWrong' },
    })
    expect(await signInTo(town, anna)).toMatchObject({ status: 401 })
    expect(await remove(anna)).toMatchObject({ status: 204 })
    expect(await signInTo(town, anna)).toMatchObject({ status: 201 })
    expect(await anna.call('GET /account/second-factor')).toMatchObject({
      body: { isOn: false, authenticatorAppSince: null, recoveryCodesLeft: 0 },
    })
  })

  test('goes with a recovery code too, for who lost the app', async () => {
    const anna = await withApp(town)
    const [code = ''] = anna.recoveryCodes
    expect(await remove(anna, { code })).toMatchObject({ status: 204 })
  })

  test('counts wrong passwords as signing in does', async () => {
    const anna = await withApp(town)
    for (let turn = 0; turn < 10; turn++) await remove(anna, { password: 'wrong' })
    expect(await remove(anna)).toMatchObject({ status: 429 })
  })
})

describe('what matters most', () => {
  const asks = [
    (call: Client) => call('POST /account/authenticator-app'),
    (call: Client) => call('POST /account/recovery-codes/_renew'),
    (call: Client) => call('POST /account/passkeys/_challenge'),
  ]

  test('asks for the password of who signed in more than ten minutes ago', async () => {
    const anna = await town.resident()
    town.now = town.now.add({ minutes: 10 })
    for (const ask of asks) {
      expect(await ask(anna.call)).toMatchObject({ status: 409, body: { code: 'passwordNeeded' } })
    }
    const confirm = (password: string) =>
      anna.call('POST /sign-ins/current/_confirm', { body: { password } })
    expect(await confirm('wrong')).toMatchObject({ status: 409, body: { code: 'passwordWrong' } })
    expect(await asks[0]?.(anna.call)).toMatchObject({ status: 409 })
    expect(await confirm(anna.password)).toMatchObject({ status: 204 })
    expect(await asks[0]?.(anna.call)).toMatchObject({ status: 201 })
    // This browser is confirmed, and no other.
    const elsewhere = await town.signIn(anna)
    town.now = town.now.add({ minutes: 10 })
    expect(await asks[0]?.(elsewhere.call)).toMatchObject({ status: 409 })
  })
})

function remove(anna: WithApp, given: { readonly password?: string; readonly code?: string } = {}) {
  const code = codeAt(anna.secret, town.now)
  const body = { password: anna.password, code, ...given }
  return anna.call('POST /account/authenticator-app/_remove', { body })
}
