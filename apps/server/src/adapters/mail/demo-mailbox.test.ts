import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { sendMail, type Mail } from '#modules/notices/index.ts'
import { anySecrets } from '../../../test/any-secrets.ts'
import { sendAllMails } from '../../../test/mail-reader.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { demoMailer } from './demo-mailbox.ts'

const db = await testDatabase()
const clock = { now: Temporal.Instant.from('2026-03-02T10:00:00+01:00') }
const now = () => clock.now
const world = { db, now, publicUrl: new URL('https://2park.example'), secrets: anySecrets() }
const app = buildApp(world, { hasMailbox: true })

const reset = { kind: 'passwordReset', address: 'https://2park.example/x#t', minutes: 30 } as const

describe('the mailbox of a demo', () => {
  test('says what it is for while it is empty, in the language of the browser', async () => {
    const { body, headers } = await get('/demo/mailbox')
    expect(body).toContain('Er zijn nog geen mails')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const english = await get('/demo/mailbox', 'en-GB')
    expect(english.body).toContain('There are no mails yet')
  })

  test('lists mails with the newest first, each to be opened', async () => {
    await receive({ to: 'first@example.com', what: reset })
    clock.now = clock.now.add({ minutes: 1 })
    await receive({ to: 'second@example.com', what: reset, language: 'en' })
    const { body } = await get('/demo/mailbox')
    expect(body.indexOf('second@example.com')).toBeLessThan(body.indexOf('first@example.com'))
    const [path = ''] = /\/demo\/mailbox\/[\da-f-]{36}/.exec(body) ?? []
    const mail = await get(path)
    expect(mail.body).toContain('<a href="https://2park.example/x#t">')
    expect(mail.body).toContain(`<iframe src="${path}/html"`)
  })

  test('shows the mail itself in a frame that may only follow links', async () => {
    const id = await receive({ what: reset })
    const { body, headers } = await get(`/demo/mailbox/${id}/html`)
    expect(body).toContain('<base target="_top">')
    expect(body).toContain('href="https://2park.example/x#t"')
    expect(headers['content-security-policy']).toContain(
      'sandbox allow-top-navigation-by-user-activation;',
    )
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  test('gives the files that came with a mail', async () => {
    const id = await receive({
      what: {
        kind: 'history',
        title: 'Parkeeracties',
        table: { head: ['Kenteken', 'Kosten'], rows: [['GBB-01-B', '2,40']], amount: 1 },
        attachment: { fileName: 'parkeeracties.csv', content: 'kenteken\r\nGBB01B\r\n' },
      },
    })
    expect((await get(`/demo/mailbox/${id}`)).body).toContain('download="parkeeracties.csv"')
    const { body, headers } = await get(`/demo/mailbox/${id}/attachments/0`)
    expect(body).toBe('kenteken\r\nGBB01B\r\n')
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment',
    })
    expect((await get(`/demo/mailbox/${id}/attachments/1`)).statusCode).toBe(404)
  })

  test('has no others, and takes what comes twice for one', async () => {
    expect((await get(`/demo/mailbox/${randomUUID()}`)).statusCode).toBe(404)
    expect((await get('/demo/mailbox/x')).statusCode).toBe(404)
    const mail = { to: 'a', fromName: 'b', language: 'nl', subject: 'c', text: 'd', html: 'e' }
    const twice = { ...mail, id: randomUUID(), attachments: [] }
    await demoMailer(world).deliver(twice)
    await demoMailer(world).deliver(twice)
    const kept = await db.selectFrom('demo_mails').select('id').where('id', '=', twice.id).execute()
    expect(kept).toHaveLength(1)
  })

  test('is nowhere where there is a mail server', async () => {
    const { statusCode } = await buildApp(world).inject('/demo/mailbox')
    expect(statusCode).toBe(404)
  })
})

function get(url: string, language = 'nl') {
  return app.inject({ url, headers: { 'accept-language': language } })
}

async function receive(mail: Partial<Mail> & Pick<Mail, 'what'>): Promise<string> {
  const to = mail.to ?? `${randomUUID()}@example.com`
  await db.transaction().execute((tx) => sendMail(tx, { language: 'nl', ...mail, to }, now()))
  const report = (error: Error) => {
    throw error
  }
  await sendAllMails({ ...world, mailer: demoMailer(world), report })
  const { id } = await db
    .selectFrom('demo_mails')
    .select('id')
    .where('recipient', '=', to)
    .executeTakeFirstOrThrow()
  return id
}
