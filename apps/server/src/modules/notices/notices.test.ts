import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { saveMailLogo } from '#modules/organisations/index.ts'
import { missingLines } from '../../../test/mail-lines.ts'
import { openTown } from '../../../test/open-town.ts'
import { sendMail, type Mail } from './index.ts'
import { coloursOf } from './sender.ts'

const town = await openTown()

const address = 'https://2park.example/link#abc&x=1'
const link = {
  kind: 'link',
  organisationName: 'Waterdam',
  productName: 'Bezoekersregeling',
  permitShopName: 'P-Loket',
  address,
} as const

type Content = Mail['what']
type OneOfEach = { readonly [K in Content['kind']]: Extract<Content, { kind: K }> }

/** A kind that isn't here doesn't compile. */
const kinds: OneOfEach = {
  link,
  delegation: {
    kind: 'delegation',
    ownerEmail: 'anna@example.com',
    productName: 'Bezoekersregeling',
    organisationName: 'Waterdam',
    address,
    plate: 'GBB-01-B',
  },
  accessTokenMade: {
    kind: 'accessTokenMade',
    name: 'Home Assistant',
    scope: 'park',
    productName: 'Bezoekersregeling',
    when: '2026-03-02T09:00:00Z',
    address,
  },
  passwordReset: { kind: 'passwordReset', address, minutes: 30 },
  noAccount: { kind: 'noAccount', address },
  emailTaken: { kind: 'emailTaken', address },
  signInStolen: { kind: 'signInStolen', when: '2026-03-02T09:00:00Z', address },
  accountClosed: { kind: 'accountClosed' },
  passwordChanged: { kind: 'passwordChanged', when: '2026-03-02T09:00:00Z' },
  emailChange: { kind: 'emailChange', address, minutes: 30 },
  emailChanged: { kind: 'emailChanged', newEmailMasked: 'a•••@example.com' },
  secondFactorChanged: {
    kind: 'secondFactorChanged',
    change: 'passkeyAdded',
    when: '2026-03-02T09:00:00Z',
  },
  balanceAlarm: {
    kind: 'balanceAlarm',
    productName: 'Bezoekersregeling',
    organisationName: 'Waterdam',
    balanceText: '€ 4,80',
    thresholdText: '€ 5,00',
    address,
  },
  reminder: {
    kind: 'reminder',
    title: 'Uw parkeeractie eindigt om 14:00',
    productName: 'Bezoekersregeling',
    organisationName: 'Waterdam',
    plate: 'GBB-01-B',
    address,
  },
  history: {
    kind: 'history',
    title: 'Parkeeracties',
    table: { head: ['Kenteken', 'Kosten'], rows: [['GBB-01-B', '€ 2,40']], amount: 1 },
    attachment: { fileName: 'parkeeracties.csv', content: 'kenteken;kosten\r\nGBB01B;2,40\r\n' },
  },
}

/** Whose subject is given to them in the reader's language. */
const saidElsewhere: ReadonlySet<string> = new Set(['history', 'reminder'])

describe('a mail', () => {
  test('A2: comes when what it tells about is committed, in the name of the municipality', async () => {
    const { organisationId } = await town.resident()
    const to = await send({ what: link, organisationId })
    const [mail] = await town.mailsTo(to)
    expect(mail).toMatchObject({
      to,
      subject: 'Uw Bezoekersregeling van Waterdam staat klaar',
      from: expect.stringMatching(/^"?Town [\da-f-]+"? <noreply@2park[.]example>$/),
      links: [address],
      language: 'nl',
    })
    expect(mail?.text).toContain('Hulp nodig? Helpdesk, 14 0.')
    expect(mail?.html).toMatch(/Hulp nodig[?] Helpdesk, <a [^>]*href="tel:140"[^>]*>14 0<[/]a>[.]/)
  })

  test('brings the logo of the municipality along, and fetches nothing', async () => {
    const { organisationId } = await town.resident()
    await saveMailLogo(town.db, organisationId, Buffer.from('a picture'))
    const [mail] = await town.mailsTo(await send({ what: link, organisationId }))
    expect(mail?.images).toEqual([{ name: '<logo>', mediaType: 'image/png' }])
    expect(mail?.html.match(/<img [^>]*src="[^"]*"/g)).toEqual(['<img src="cid:logo"'])
    expect(mail?.html).not.toMatch(/url\(|src="http/)
  })

  test('does not come when that is rolled back', async () => {
    const to = `${randomUUID()}@example.com`
    const work = town.db.transaction().execute(async (tx) => {
      await sendMail(tx, { to, language: 'nl', what: link }, town.now)
      throw new Error('changed our mind')
    })
    await expect(work).rejects.toThrow('changed our mind')
    expect(await town.mailsTo(to)).toEqual([])
  })

  test.each(Object.values(kinds))(
    'B5: of the kind $kind says the same as text and as HTML, in two languages',
    async (what) => {
      const subjects = new Set<string>()
      for (const language of ['nl', 'en'] as const) {
        const [mail] = await town.mailsTo(await send({ what, language }))
        subjects.add(mail?.subject ?? '')
        expect(mail?.html).toContain(`<html lang="${language}">`)
        expect(mail?.language).toBe(language)
        expect(missingLines(mail)).toEqual([])
        if (!('address' in what)) continue
        expect(mail?.links).toEqual([address])
        expect(mail?.html).toContain(`href="${address.replace('&', '&amp;')}"`)
      }
      expect(subjects.size).toBe(saidElsewhere.has(what.kind) ? 1 : 2)
    },
  )

  test('carries a file', async () => {
    const [mail] = await town.mailsTo(await send({ what: kinds.history }))
    expect(mail?.attachments).toEqual([
      { fileName: 'parkeeracties.csv', content: 'kenteken;kosten\r\nGBB01B;2,40\r\n' },
    ])
  })

  test('shows a name as it is, whatever stands in it', async () => {
    const what = { ...link, productName: '<b>"Oma" & co</b>\r\nBcc: eve@example.com' }
    const [mail] = await town.mailsTo(await send({ what }))
    expect(mail?.html).toContain('&lt;b&gt;&quot;Oma&quot; &amp; co&lt;/b&gt;')
    expect(mail?.html).not.toContain('<b>')
    expect(mail?.subject).toContain('</b> Bcc: eve@example.com')
    expect(await town.mailsTo('eve@example.com')).toEqual([])
  })

  test.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a',
    'A <a@b>',
  ])('goes to one address, and %j is none', async (to) => {
    const sending = town.db
      .transaction()
      .execute((tx) => sendMail(tx, { to, language: 'nl', what: link }, town.now))
    await expect(sending).rejects.toThrow('one address')
  })

  test('wears the colours of the theme, for a municipality without any', async () => {
    const { organisationId } = await town.resident()
    const [mail] = await town.mailsTo(await send({ what: link, organisationId }))
    const grounds = mail?.html.match(/background: #[\da-f]+; color: #[\da-f]+(?=; font-[sw])/g)
    const { band, button } = coloursOf({ name: '' })
    expect(grounds).toEqual(
      [band, button].map(({ ground, text }) => `background: ${ground}; color: ${text}`),
    )
  })
})

async function send(mail: Omit<Partial<Mail>, 'to'> & Pick<Mail, 'what'>): Promise<string> {
  const to = `${randomUUID()}@example.com`
  await town.db
    .transaction()
    .execute((tx) => sendMail(tx, { to, language: 'nl', ...mail }, town.now))
  return to
}
