import { describe, expect, test } from 'vitest'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { withApp } from '../../../test/second-factor.ts'
import { neighbour, type Neighbour } from '../../../test/two-park/neighbours.ts'
import { openSpeaker, type Fields } from '../../../test/two-park/speaker.ts'
import { openWebPage } from '../../../test/two-park/web-page.ts'
import { triesPerAccount } from '../accounts/sign-in-limit.ts'

const town = await openTown()

async function signedIn(who: Pick<Neighbour, 'email' | 'password'>) {
  const speaker = await openSpeaker(town.app)
  const answer = await speaker.ask('check_credentials', { ...credentials(who), locale: 'nl_NL' })
  return { ...speaker, answer }
}

const credentials = ({ email, password }: Pick<Neighbour, 'email' | 'password'>): Fields => ({
  email,
  password,
})

describe('signing in by the 2Park protocol', () => {
  test('gives a cookie for the whole host, without the password in it', async () => {
    const anna = await neighbour(town)
    const response = await town.app.inject({
      method: 'POST',
      url: '/gsmpark-app-www/json/check_credentials.json',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...credentials(anna), locale: 'nl_NL' }).toString(),
    })
    expect(response.headers['content-type']).toBe('application/json;charset=UTF-8')
    expect(response.json()).toEqual({
      status: { code: { major: 'OK', minor: 'AUTHENTICATED' }, message: 'Gelukt' },
      data: { userinfo: { email: `${anna.email.slice(0, 1)}***@***e.com` } },
    })
    const cookie = String(response.headers['set-cookie'])
    expect(cookie).toMatch(/^JSESSIONID=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test.each([
    { changed: { password: 'wrong' }, minor: 'INVALID_CREDS', because: 'it is not theirs' },
    {
      changed: { email: 'nobody@example.com' },
      minor: 'INVALID_CREDS',
      because: 'nobody learns who has an account',
    },
    { changed: { email: ' ' }, minor: 'NO_USERNAME', because: 'the page says which is missing' },
    { changed: { password: '' }, minor: 'NO_PASSWORD', because: 'the page says which is missing' },
  ])('with $changed is $minor, because $because', async ({ changed, minor }) => {
    const anna = await neighbour(town)
    const speaker = await openSpeaker(town.app)
    const answer = await speaker.ask('check_credentials', { ...credentials(anna), ...changed })
    expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor })
    expect(speaker.cookie()).toBe('')
  })

  test('says no in the language that is asked for', async () => {
    const { ask } = await openSpeaker(town.app)
    const wrong = { email: 'nobody@example.com', password: 'wrong' }
    const dutch = await ask('check_credentials', { ...wrong, locale: 'nl_NL' })
    const english = await ask('check_credentials', { ...wrong, locale: 'en_UK' })
    expect(dutch.message).toMatch(/^Inloggen is niet gelukt\. /)
    expect(english.message).toMatch(/^Signing in failed\. /)
  })

  test('fails so often and no more, counted together with our own apps', async () => {
    const anna = await neighbour(town)
    const { ask } = await openSpeaker(town.app)
    for (let n = 0; n < triesPerAccount; n++) {
      await ask('check_credentials', { ...credentials(anna), password: 'wrong' })
    }
    const answer = await ask('check_credentials', credentials(anna))
    expect(answer).toMatchObject({ major: 'FAIL', minor: 'INTERNAL_ERROR' })
    const { email, password } = anna
    const own = await anna.call('POST /sign-ins', { body: { email, password } })
    expect(own.body.code).toBe('tooManyRequests')
  })

  test('takes no account with a second step, and says where to go', async () => {
    const anna = await withApp(town)
    const { answer, cookie } = await signedIn(anna)
    expect(answer).toMatchObject({ major: 'FAIL', minor: 'INVALID_CREDS' })
    expect(answer.message).toContain('een tweede stap')
    expect(cookie()).toBe('')
  })
})

describe('being signed in by the 2Park protocol', () => {
  test('lasts as long as a client calls once a day', async () => {
    const { ask } = await signedIn(await neighbour(town))
    for (let day = 0; day < 3; day++) {
      town.now = town.now.add({ hours: 23, minutes: 59 })
      expect((await ask('get_categories')).major).toBe('OK')
    }
    town.now = town.now.add({ hours: 24 })
    expect(await ask('get_categories')).toMatchObject({
      http: 200,
      major: 'FAIL',
      minor: 'SESSION_TIMEOUT',
    })
    town.now = mondayAtTen
  })

  test('opens nothing of our own API, and being signed in there nothing here', async () => {
    const anna = await neighbour(town)
    const { cookie, askRaw } = await signedIn(anna)
    const token = cookie().replace('JSESSIONID=', '')
    const response = await town.app.inject({
      url: '/api/v1/products',
      headers: { cookie: `__Host-session=${token}` },
    })
    expect(response.statusCode).toBe(401)
    const own = anna.cookie.replace('__Host-session=', 'JSESSIONID=')
    const { minor } = await askRaw('get_categories', undefined, { cookie: own })
    expect(minor).toBe('SESSION_TIMEOUT')
  })

  test('is in the list of who is signed in, by the name of the program, and can be ended there', async () => {
    const anna = await neighbour(town)
    const speaker = await openSpeaker(town.app)
    const form = new URLSearchParams(credentials(anna)).toString()
    await speaker.askRaw('check_credentials', form, {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'pycityvisitorparking-2park/0.5.26 (secret)',
    })
    const { body } = await anna.call('GET /sign-ins')
    const program = body.signIns.find(({ browser }) => browser === 'pycityvisitorparking-2park')
    expect(program).toMatchObject({ isCurrent: false })
    const params = { signInId: program?.id ?? '' }
    expect((await anna.call('DELETE /sign-ins/{signInId}', { params })).status).toBe(204)
    expect((await speaker.ask('get_categories')).minor).toBe('SESSION_TIMEOUT')
  })

  test('takes no call that a page of another site makes', async () => {
    const anna = await neighbour(town)
    const page = await openWebPage(town.app, 'https://elsewhere.example')
    const answer = await page.login(anna.email, anna.password)
    expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor: 'INTERNAL_ERROR' })
    expect(page.speaker.cookie()).toBe('')
  })
})

test('a body of no end is told so in an envelope, too', async () => {
  const { askRaw } = await openSpeaker(town.app)
  const answer = await askRaw('check_credentials', `email=${'a'.repeat(70_000)}`)
  expect(answer).toMatchObject({ http: 200, major: 'FAIL', minor: 'INTERNAL_ERROR' })
})

test('the version says that this is the real thing', async () => {
  const response = await town.app.inject({ url: '/version.json' })
  expect(response.json()).toEqual({ env: '' })
})
