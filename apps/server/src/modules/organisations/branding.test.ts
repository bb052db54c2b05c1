import { readFileSync } from 'node:fs'
import { themeTokens } from '@2park/domain/branding'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../../test/http-client.ts'
import { openTown } from '../../../test/open-town.ts'
import { issued, openShop, tokensTo } from '../../../test/shop-desk.ts'

const town = await openTown()

const red = {
  'basis-color-accent-1-bg-default': '#741236',
  'basis-color-accent-1-color-default': '#ffffff',
  'basis-color-action-1-bg-default': '#9C1D4B',
  'basis-color-action-1-inverse-color': '#ffffff',
  'basis-color-action-1-color-default': '#9c1d4b',
}
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g/></svg>'
const forMails = readFileSync(new URL('../../../seed/logos/heuvelrade.png', import.meta.url))

describe('what a municipality looks like', () => {
  test('M1: is changed by its permit shop, and seen by its residents at the next reading', async () => {
    const { anna, shop } = await annaAndShop()
    const before = await shop('GET /permit-shop/branding')
    expect(before).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { version: 1 } })
    expect(before.body).not.toHaveProperty('tokens')
    const saved = await save(shop, {
      name: 'Heuvelrade',
      logo: asData(drawing),
      mailLogo: asData(forMails),
      tokens: red,
    })
    expect(saved).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { version: 2 } })
    expect((await shop('GET /permit-shop/branding')).body).toEqual(saved.body)
    const { body } = await anna.call('GET /products')
    const { name, tokens, logo = '' } = body.products[0]?.organisation ?? {}
    expect({ name, tokens }).toEqual({
      name: 'Heuvelrade',
      tokens: {
        ...red,
        'basis-color-action-1-bg-default': '#9c1d4b',
        'basis-color-action-1-bg-hover': '#7d173c',
        'basis-color-action-1-bg-subtle': '#f7edf1',
        'basis-color-action-1-border-subtle': '#e1bbc9',
        'strip-paid-bg': '#e9cdd7',
        'basis-border-radius-md': '12px',
        'basis-border-radius-lg': '16px',
      },
    })
    expect((await town.app.inject({ url: logo })).body).toBe(drawing)
  })

  test('is worn by its mails, with its logo', async () => {
    const { anna, shop } = await annaAndShop()
    await save(shop, { name: 'Heuvelrade', mailLogo: asData(forMails), tokens: red })
    const email = `new-${anna.email}`
    await issued(shop, email)
    const [mail] = await town.mailsTo(email)
    expect(mail).toMatchObject({
      from: expect.stringContaining('Heuvelrade'),
      html: expect.stringContaining('background: #741236; color: #ffffff'),
      images: [{ name: '<logo>', mediaType: 'image/png' }],
    })
    const [token = ''] = await tokensTo(town, email)
    const { body } = await anna.call('POST /links/_look', { body: { token } })
    expect(body.organisation).toMatchObject({
      name: 'Heuvelrade',
      tokens: { 'basis-color-accent-1-bg-default': '#741236' },
    })
  })

  test('keeps a logo that is sent back by its address, and loses what is left out', async () => {
    const { shop } = await annaAndShop()
    const { body: first } = await save(shop, {
      name: 'A',
      logo: asData(forMails),
      mailLogo: asData(forMails),
      tokens: red,
    })
    const second = await save(shop, { name: 'B', logo: first.logo, tokens: first.tokens }, '"2"')
    expect(second.body).toEqual({ name: 'B', logo: first.logo, tokens: first.tokens, version: 3 })
    const third = await save(shop, { name: 'B' }, '"3"')
    expect(third.body).toEqual({ name: 'B', version: 4 })
  })

  test('is its own: another shop changes another municipality, and a resident none', async () => {
    const { anna, shop } = await annaAndShop()
    const other = await openShop(town)
    await save(other.call, { name: 'Elsewhere', tokens: red })
    expect((await shop('GET /permit-shop/branding')).body.name).not.toBe('Elsewhere')
    expect(await save(anna.call, { name: 'Anna’s' })).toMatchObject({ status: 401 })
    const { body } = await save(other.call, { name: 'Elsewhere', logo: asData(drawing) }, '"2"')
    const logo = body.logo
    await save(shop, { name: 'Here' })
    // The address of a logo that is not one’s own says nothing.
    expect(await save(shop, { name: 'Here', logo }, '"2"')).toMatchObject(
      wrong(['/logo logoFormat']),
    )
  })

  test('is in the audit trail', async () => {
    const { anna, shop, shopId } = await annaAndShop()
    await save(shop, { name: 'Heuvelrade' })
    const trail = await town.db
      .selectFrom('audit_entries')
      .select(['action', 'permit_shop_id', 'organisation_id'])
      .where('subject_id', '=', anna.organisationId)
      .execute()
    const organisation_id = anna.organisationId
    expect(trail).toEqual([{ action: 'brandingChanged', permit_shop_id: shopId, organisation_id }])
  })
})

describe('a change that somebody else was quicker with', () => {
  test('is refused, and nothing of it is kept', async () => {
    const { shop } = await annaAndShop()
    await save(shop, { name: 'First' })
    expect(await save(shop, { name: 'Second' })).toMatchObject({
      status: 412,
      body: { code: 'changedMeanwhile' },
    })
    expect((await shop('GET /permit-shop/branding')).body).toEqual({ name: 'First', version: 2 })
  })

  test('is refused also where both come at once: one of them is saved', async () => {
    const { shop } = await annaAndShop()
    const names = ['A', 'B', 'C', 'D']
    const answers = await Promise.all(names.map((name) => save(shop, { name })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 412, 412, 412,
    ])
    const saved = names[answers.findIndex(({ status }) => status === 200)]
    expect((await shop('GET /permit-shop/branding')).body).toEqual({ name: saved, version: 2 })
  })

  test('is the same one, where it is retried by its key', async () => {
    const { shop } = await annaAndShop()
    const sent = { body: { name: 'Once' }, key: 'one', headers: { 'if-match': '"1"' } }
    const [first, again] = [
      await shop('PUT /permit-shop/branding', sent),
      await shop('PUT /permit-shop/branding', sent),
    ]
    expect(again).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: first.body })
    const other = { ...sent, headers: { 'if-match': '"2"' } }
    const refused = await shop('PUT /permit-shop/branding', other)
    expect(refused).toMatchObject({ body: { code: 'idempotencyKeyReused' } })
  })

  test('is not made without saying what was read', async () => {
    const { shop } = await annaAndShop()
    const answer = await shop('PUT /permit-shop/branding', { body: { name: 'A' } })
    expect(answer).toMatchObject(wrong(['/if-match required']))
  })

  test.each(['', '2', 'W/"1"', '"one"', '*'])('is not made without a version: %j', async (tag) => {
    const { shop } = await annaAndShop()
    const answer = await save(shop, { name: '' }, tag)
    expect(answer).toMatchObject(wrong(['/name tooShort', '/if-match format']))
  })
})

describe('what cannot be taken', () => {
  test('is told all at once, each pair of colours with its contrast and one that is enough', async () => {
    const { shop } = await annaAndShop()
    const answer = await save(shop, {
      name: ' ',
      logo: asData(drawing.replace('<g/>', '<script/>')),
      mailLogo: asData(drawing),
      tokens: { ...red, 'basis-color-action-1-bg-default': '#ffcc00' },
    })
    expect(answer).toMatchObject(
      wrong([
        '/name tooShort',
        '/logo logoUnsafe',
        '/mailLogo mailLogoFormat',
        '/tokens/basis-color-action-1-bg-default contrast',
        '/tokens/basis-color-action-1-bg-default contrast',
        '/tokens/basis-color-action-1-inverse-color contrast',
      ]),
    )
    expect(answer.body.errors?.[3]).toEqual({
      in: 'body',
      pointer: '/tokens/basis-color-action-1-bg-default',
      code: 'contrast',
      detail: 'Te weinig contrast: 1,5 op 1, en 3 op 1 is nodig. Kies bijvoorbeeld #ab8900.',
      contrast: {
        against: 'basis-color-default-bg-document',
        ratio: 1.5,
        needed: 3,
        suggestion: '#ab8900',
      },
    })
    expect((await shop('GET /permit-shop/branding')).body.version).toBe(1)
  })

  test('is told in English too', async () => {
    const { shop } = await annaAndShop()
    const tokens = { ...red, 'basis-color-action-1-color-default': '#777777' }
    const headers = { 'if-match': '"1"', 'accept-language': 'en' }
    const { body } = await shop('PUT /permit-shop/branding', {
      body: { name: 'A', tokens },
      headers,
    })
    expect(body.errors?.[0]?.detail).toMatch(
      /^Too little contrast: 4[.]4 to 1, and 4[.]5 to 1 is needed[.]/,
    )
  })

  test.each`
    field      | sent                                                                            | because
    ${'logo'}  | ${{ logo: 'https://example.com/logo.svg' }}                                     | ${'/logo logoFormat'}
    ${'logo'}  | ${{ logo: 'data:image/gif;base64,R0lGODlh' }}                                   | ${'/logo logoFormat'}
    ${'logo'}  | ${{ logo: 'data:image/png;base64,iVBORw0KGgo=' }}                               | ${'/logo logoFormat'}
    ${'logo'}  | ${{ logo: `data:image/svg+xml;base64,${btoa('hello')}` }}                       | ${'/logo logoFormat'}
    ${'logo'}  | ${{ logo: `data:image/svg+xml;base64,${btoa('\xFF\xFE')}` }}                    | ${'/logo logoFormat'}
    ${'logo'}  | ${{ logo: `data:image/svg+xml;base64,${btoa(' '.repeat(24 * 1024 + 1))}` }}     | ${'/logo logoTooLarge'}
    ${'logo'}  | ${{ logo: 'x'.repeat(50_000) }}                                                 | ${'/logo logoTooLarge'}
    ${'mail'}  | ${{ mailLogo: `data:image/svg+xml;base64,${btoa(drawing)}` }}                   | ${'/mailLogo mailLogoFormat'}
    ${'mail'}  | ${{ mailLogo: `data:image/png;base64,${btoa('x'.repeat(16 * 1024 + 1))}` }}     | ${'/mailLogo logoTooLarge'}
    ${'token'} | ${{ tokens: { ...themeTokens, 'basis-color-default-color-document': '#000' } }} | ${'/tokens/basis-color-default-color-document unknown'}
    ${'token'} | ${{ tokens: { ...themeTokens, 'strip-paid-bg': 'red; } * { display: none' } }}  | ${'/tokens/strip-paid-bg colour'}
    ${'token'} | ${{ tokens: { ...themeTokens, 'basis-border-radius-md': '99px' } }}             | ${'/tokens/basis-border-radius-md format'}
    ${'token'} | ${{ tokens: { ...themeTokens, 'basis-color-action-1-bg-default': undefined } }} | ${'/tokens/basis-color-action-1-bg-default required'}
    ${'name'}  | ${{ name: 'x'.repeat(61) }}                                                     | ${'/name tooLong'}
  `('in its $field: $because', async ({ sent, because }) => {
    const { shop } = await annaAndShop()
    expect(await save(shop, { name: 'A', ...sent })).toMatchObject(wrong([because]))
  })

  test('is a body of any size', async () => {
    const { shop } = await annaAndShop()
    expect(await save(shop, { name: 'A', logo: 'x'.repeat(100_000) })).toMatchObject({
      status: 413,
      body: { code: 'bodyTooLarge' },
    })
  })
})

async function annaAndShop() {
  const anna = await town.resident()
  const { call, shopId } = await openShop(town, { organisationId: anna.organisationId })
  return { anna, shop: call, shopId }
}

function save(call: Client, body: object, version = '"1"') {
  return call('PUT /permit-shop/branding', { body, headers: { 'if-match': version } })
}

function asData(content: string | Buffer): string {
  const form = typeof content === 'string' ? 'svg+xml' : 'png'
  return `data:image/${form};base64,${Buffer.from(content).toString('base64')}`
}

/** Each error by where it is and its code. */
function wrong(errors: readonly string[]) {
  return {
    status: 400,
    body: {
      code: 'invalid',
      errors: errors.map((error) => {
        const [pointer, code] = error.split(' ')
        return { pointer, code }
      }),
    },
  }
}
