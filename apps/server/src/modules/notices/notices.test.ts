import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTown } from '../../../test/open-town.ts'
import { sendMail, type Mail } from './index.ts'

const town = await openTown()

const link = {
  kind: 'link',
  organisationName: 'Waterdam',
  productName: 'Bezoekersregeling',
  address: 'https://2park.example/link#abc',
} as const

test('A2: a mail that was written in a transaction comes when that is committed', async () => {
  const to = await send({ what: link })
  const [mail] = await town.mailsTo(to)
  expect(mail).toMatchObject({
    to,
    subject: 'Uw Bezoekersregeling van Waterdam staat klaar',
    links: ['https://2park.example/link#abc'],
  })
})

async function send(mail: Omit<Partial<Mail>, 'to'> & Pick<Mail, 'what'>): Promise<string> {
  const to = `${randomUUID()}@example.com`
  await town.db
    .transaction()
    .execute((tx) => sendMail(tx, { to, language: 'nl', ...mail }, town.now))
  return to
}
