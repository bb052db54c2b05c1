import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf, cookieOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'

const town = await openTown()

beforeEach(() => {
  town.now = mondayAtTen
})

describe('staying signed in', () => {
  test('A7: lasts thirty days, through any number of idle ones, and closing the browser', async () => {
    const anna = await remembered()
    expect(anna.setCookie).toMatch(/; Max-Age=2592000; /)
    const after = async (hours: number) => {
      town.now = town.now.add({ hours })
      return anna.browse()
    }
    const days = 24
    expect([await after(20 * days), await after(9 * days), await after(23)]).toEqual([
      200, 200, 200,
    ])
    expect(await after(1)).toBe('signInExpired')
  })

  test('A7: gives the browser another token every hour that it comes by', async () => {
    const anna = await remembered()
    const cookies = new Set([anna.cookie()])
    for (let turn = 0; turn < 4; turn++) {
      town.now = town.now.add({ minutes: 30 })
      expect(await anna.browse()).toBe(200)
      cookies.add(anna.cookie())
    }
    expect(cookies.size).toBe(3)
  })

  test('A7: lets the former token be for the calls under way, and for thirty seconds', async () => {
    const anna = await remembered()
    const former = anna.cookie()
    town.now = town.now.add({ hours: 1 })
    expect(await anna.browse()).toBe(200)
    expect(await anna.browse()).toBe(200)
    town.now = town.now.add({ seconds: 30 })
    expect(await outcomeOf(former)).toBe(200)
    expect(await anna.browse()).toBe(200)
  })

  test('A7: gives two tabs that come by at the same moment one new token between them', async () => {
    const anna = await remembered()
    town.now = town.now.add({ hours: 2 })
    const call = clientOf(town.app, anna.cookie())
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('GET /account')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
    const fresh = answers.filter(({ headers }) => headers['set-cookie'] !== undefined)
    expect(fresh).toHaveLength(1)
  })

  test('A7: survives an answer that never arrived', async () => {
    const anna = await remembered()
    town.now = town.now.add({ hours: 1 })
    // The new token of this answer is lost with it.
    expect(await outcomeOf(anna.cookie())).toBe(200)
    town.now = town.now.add({ minutes: 5 })
    expect(await anna.browse()).toBe(200)
    town.now = town.now.add({ minutes: 5 })
    expect(await anna.browse()).toBe(200)
  })

  test('A7: ends for both when a copied token is used beside its owner', async () => {
    const anna = await remembered()
    const stolen = anna.cookie()
    town.now = town.now.add({ hours: 1 })
    expect([await anna.browse(), await anna.browse()]).toEqual([200, 200])
    town.now = town.now.add({ minutes: 1 })
    expect(await outcomeOf(stolen)).toBe('signInStolen')
    expect(await anna.browse()).toBe('notSignedIn')
    const trail = await town.db
      .selectFrom('audit_entries')
      .select('action')
      .where('account_id', '=', anna.accountId)
      .where('action', '=', 'signInStolen')
      .execute()
    expect(trail).toHaveLength(1)
    expect((await town.mailsTo(anna.email)).map(({ subject }) => subject)).toEqual([
      'Iemand anders leek uw inlog te gebruiken',
    ])
  })

  test('A7: ends for both when the thief was first', async () => {
    const anna = await remembered()
    const thief = browserOf(anna.cookie())
    town.now = town.now.add({ hours: 1 })
    expect([await thief.browse(), await thief.browse()]).toEqual([200, 200])
    town.now = town.now.add({ minutes: 1 })
    expect(await anna.browse()).toBe('signInStolen')
    expect(await thief.browse()).toBe('notSignedIn')
  })

  test('A7: is not what happens without asking for it', async () => {
    const anna = await town.resident()
    town.now = town.now.add({ minutes: 20 })
    expect((await anna.call('GET /account')).headers['set-cookie']).toBeUndefined()
  })
})

/** Somebody whose browser remembers them, and does with cookies what browsers do. */
async function remembered() {
  const anna = await town.resident()
  const { email, password } = anna
  const body = { email, password, isRemembered: true }
  const { headers } = await clientOf(town.app)('POST /sign-ins', { body })
  const setCookie = String(headers['set-cookie'])
  return { accountId: anna.accountId, email, setCookie, ...browserOf(cookieOf(headers)) }
}

function browserOf(first: string) {
  let cookie = first
  const browse = async () => {
    const { status, body, headers } = await clientOf(town.app, cookie)('GET /account')
    if (headers['set-cookie'] !== undefined) cookie = cookieOf(headers)
    return body.code ?? status
  }
  return { cookie: () => cookie, browse }
}

async function outcomeOf(cookie: string) {
  return browserOf(cookie).browse()
}
