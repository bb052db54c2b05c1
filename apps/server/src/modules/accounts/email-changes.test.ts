import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { clientOf } from '../../../test/http-client.ts'
import { mondayAtTen, openTown, type Resident } from '../../../test/open-town.ts'

const town = await openTown()
const nobody = clientOf(town.app)

beforeEach(() => {
  town.now = mondayAtTen
})

describe('another e-mail address', () => {
  test('C1: is confirmed from the new one and told to the old one', async () => {
    const anna = await town.resident()
    const email = anAddress()
    expect(await ask(anna, { email: ` ${email.toUpperCase()} ` })).toMatchObject({ status: 204 })
    expect((await anna.call('GET /account')).body.email).toBe(anna.email)
    // The mail is read in another browser, too.
    expect(await confirm(await tokenFor(email))).toMatchObject({ status: 200, body: { email } })
    expect((await anna.call('GET /account')).body.email).toBe(email)
    const [told] = await town.mailsTo(anna.email)
    expect(told?.subject).toBe('Uw e-mailadres is gewijzigd')
    expect(told?.text).toContain(`${email[0]}•••@example.com`)
    expect(told?.text).not.toContain(email)
    const { password } = anna
    expect((await nobody('POST /sign-ins', { body: { email, password } })).status).toBe(201)
  })

  test('takes the password', async () => {
    const anna = await town.resident()
    const email = anAddress()
    expect(await ask(anna, { email, password: 'guess' })).toMatchObject({
      status: 409,
      body: { code: 'passwordWrong' },
    })
    expect(await town.mailsTo(email)).toEqual([])
  })

  test('is confirmed once, within half an hour, by the latest mail', async () => {
    const anna = await town.resident()
    const [first, second] = [anAddress(), anAddress()]
    await ask(anna, { email: first })
    const former = await tokenFor(first)
    await ask(anna, { email: second })
    const token = await tokenFor(second)
    const invalid = { status: 409, body: { code: 'emailLinkInvalid' } }
    expect(await confirm(former)).toMatchObject(invalid)
    town.now = mondayAtTen.add({ minutes: 30 })
    expect(await confirm(token)).toMatchObject(invalid)
    town.now = mondayAtTen.add({ minutes: 29 })
    expect(await confirm(token)).toMatchObject({ status: 200 })
    expect(await confirm(token)).toMatchObject(invalid)
  })

  test("says nothing about somebody else's, and only they are told", async () => {
    const [anna, bram] = [await town.resident(), await town.resident()]
    const free = await ask(anna, { email: anAddress() })
    const taken = await ask(anna, { email: bram.email })
    expect([taken.status, taken.body]).toEqual([free.status, free.body])
    const mails = await town.mailsTo(bram.email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Dit e-mailadres heeft al een account'])
    expect(mails[0]?.text).not.toContain('#')
  })

  test('is refused where somebody else has got it meanwhile, also at the same moment', async () => {
    const [anna, bram] = [await town.resident(), await town.resident()]
    const email = anAddress()
    await ask(anna, { email })
    const hers = await tokenFor(email)
    await ask(bram, { email })
    const his = await tokenFor(email)
    const both = await Promise.all([confirm(hers), confirm(his)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('emailTaken')
  })

  test('is the only one to sign in with from then on', async () => {
    const anna = await town.resident()
    const email = anAddress()
    await ask(anna, { email })
    await confirm(await tokenFor(email))
    const { password } = anna
    expect((await nobody('POST /sign-ins', { body: { email: anna.email, password } })).status).toBe(
      401,
    )
  })
})

function anAddress(): string {
  return `${randomUUID()}@example.com`
}

function ask(
  anna: Resident,
  { email, password = anna.password }: { email: string; password?: string },
) {
  return anna.call('POST /email-changes', { body: { email, password } })
}

function confirm(token: string) {
  return nobody('POST /email-changes/_confirm', { body: { token } })
}

async function tokenFor(email: string): Promise<string> {
  const link = new URL((await town.mailsTo(email)).at(-1)?.links[0] ?? '')
  expect(link.pathname).toBe('/confirm-email')
  return link.hash.slice(1)
}
