import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { smtpMailer } from '#adapters/mail/smtp.ts'
import { startMailReader } from '../../../test/mail-reader.ts'
import { mondayAtTen, openTown } from '../../../test/open-town.ts'
import { sendDueMails, sendMail, type Mailer, type MailContent } from './index.ts'

const town = await openTown()

describe('the outbox', () => {
  test('forgets to whom and what as soon as it is sent', async () => {
    const to = await send()
    const id = await idOf(to)
    const [mail] = await town.mailsTo(to)
    expect(mail?.messageId).toBe(`<${id}@2park.example>`)
    expect(await rowOf(id)).toMatchObject({ recipient: null, content: null, tries: 1 })
  })

  test('tries again with growing pauses while the mail server is down, and gives up visibly', async () => {
    const post = await openPost({ isDown: true })
    const id = await idOf(await send())
    const begun = town.now
    const waits: number[] = []
    for (let tries = 1; tries < 6; tries++) {
      await post.send()
      const row = await rowOf(id)
      expect(row).toMatchObject({
        tries,
        given_up_at: null,
        last_error: expect.stringMatching(/ECONNREFUSED/),
      })
      const wait = town.now.until(row.next_try_at)
      waits.push(wait.total('minutes'))
      // A moment too early is too early.
      town.now = row.next_try_at.subtract({ milliseconds: 1 })
      await post.send()
      expect(await rowOf(id)).toMatchObject({ tries })
      town.now = row.next_try_at
    }
    expect(waits).toEqual([1, 5, 30, 120, 480])
    expect(post.reported).toEqual([])
    await post.send()
    expect(await rowOf(id)).toMatchObject({ tries: 6, given_up_at: town.now, sent_at: null })
    expect(post.reported).toEqual([
      expect.stringMatching(
        `Mail ${id} \\(accountClosed\\) was given up after try 6: .*ECONNREFUSED.*`,
      ),
    ])
    town.now = begun
  })

  test('sends it when the mail server is there again', async () => {
    const post = await openPost({ isDown: true })
    const to = await send()
    await post.send()
    town.now = town.now.add({ minutes: 1 })
    expect(await town.mailsTo(to)).toHaveLength(1)
    town.now = mondayAtTen
  })

  test('gives up at once what the server will never take, and keeps no address in the reason', async () => {
    const post = await openPost({ refusal: 550 })
    const to = await send()
    const id = await idOf(to)
    await post.send()
    const row = await rowOf(id)
    expect(row).toMatchObject({
      tries: 1,
      given_up_at: town.now,
      last_error: expect.stringMatching(/550/),
    })
    expect(`${row.last_error} ${post.reported}`).not.toContain(to)
  })

  test('tries again what the server can’t take now', async () => {
    const post = await openPost({ refusal: 451 })
    const id = await idOf(await send())
    await post.send()
    expect(await rowOf(id)).toMatchObject({
      tries: 1,
      given_up_at: null,
      last_error: expect.stringMatching(/451/),
    })
  })

  test('a fault of ours waits for its repair', async () => {
    const mailer: Mailer = { deliver: () => Promise.reject(new TypeError('of ours')) }
    const id = await idOf(await send())
    await sendDueMails({ ...sending, mailer })
    expect(await rowOf(id)).toMatchObject({ given_up_at: null, last_error: 'TypeError' })
  })

  test('never sends a mail twice, however many processes send at once', async () => {
    const post = await openPost({})
    const everyone = await Promise.all(Array.from({ length: 23 }, () => send()))
    await Promise.all(Array.from({ length: 4 }, post.sendAll))
    for (const to of everyone) expect(post.mailsTo(to)).toHaveLength(1)
  })

  test('a mail of a process that was killed while sending is sent by another, later', async () => {
    const never: Mailer = { deliver: () => new Promise(() => {}) }
    const to = await send()
    const id = await idOf(to)
    void sendDueMails({ ...sending, mailer: never })
    await expect.poll(async () => (await rowOf(id)).tries, { timeout: 5_000 }).toBe(1)
    expect(await town.mailsTo(to)).toEqual([])
    town.now = town.now.add({ minutes: 10 })
    expect(await town.mailsTo(to)).toHaveLength(1)
    town.now = mondayAtTen
  })
})

const sending = {
  db: town.db,
  now: () => town.now,
  report: () => {},
  // No mail here is about what may change.
  retell: async (content: MailContent) => content,
}

/** A mail server of the test's own, and somebody who brings it the post. */
async function openPost({ isDown = false, refusal }: { isDown?: boolean; refusal?: number }) {
  const reader = await startMailReader()
  if (isDown) await reader.stop()
  else onTestFinished(reader.stop)
  reader.refuse(refusal)
  const reported: string[] = []
  const post = {
    ...sending,
    mailer: smtpMailer({ url: reader.url, from: 'noreply@2park.example' }),
    report: ({ message }: Error) => void reported.push(message),
  }
  const deliver = () => sendDueMails(post)
  return {
    reported,
    mailsTo: reader.mailsTo,
    send: deliver,
    sendAll: async () => {
      while (await deliver());
    },
  }
}

/** To somebody new each time. */
async function send(): Promise<string> {
  const to = `${randomUUID()}@example.com`
  const what = { kind: 'accountClosed' } as const
  await town.db.transaction().execute((tx) => sendMail(tx, { to, language: 'nl', what }, town.now))
  return to
}

async function idOf(to: string): Promise<string> {
  const { id } = await town.db
    .selectFrom('outbox')
    .select('id')
    .where('recipient', '=', to)
    .executeTakeFirstOrThrow()
  return id
}

function rowOf(id: string) {
  return town.db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
