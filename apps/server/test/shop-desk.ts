/** A permit shop at work in a town, for tests: what it issues, and what its holders do with it. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { arrangeShop } from './arrange.ts'
import { shopClientOf, type Client } from './http-client.ts'
import type { OpenTown } from './open-town.ts'

export const validity = {
  validFrom: '2026-03-01T00:00:00+01:00',
  validUntil: '2027-03-01T00:00:00+01:00',
}

export async function openShop(town: OpenTown, given?: Parameters<typeof arrangeShop>[1]) {
  const shop = await arrangeShop(town.db, given)
  return { ...shop, call: shopClientOf(town.app, shop.token) }
}

export function anAddress(): string {
  return `${randomUUID()}@example.com`
}

export function issue(call: Client, given: object = {}, key?: string) {
  const body = { productType: 'BEZOEK', area: 'A', email: anAddress(), ...validity, ...given }
  return call('POST /permit-shop/products', { body, ...(key !== undefined && { key }) })
}

export async function issued(call: Client, email: string): Promise<string> {
  const { body } = await issue(call, { email })
  return body.id
}

export function change(call: Client, productId: string, body: object) {
  return call('PATCH /permit-shop/products/{productId}', { params: { productId }, body })
}

export function giveLink(call: Client, productId: string) {
  return call('POST /permit-shop/products/{productId}/_link', { params: { productId } })
}

export async function tokensTo(town: OpenTown, email: string): Promise<string[]> {
  const mails = await town.mailsTo(email)
  return mails.map(({ links: [address = ''] }) => new URL(address).hash.slice(1))
}

type Reader = { readonly email: string; readonly call: Client }

/** Opens every link that was mailed, as its reader would; answers the products. */
export async function linkAll(town: OpenTown, { email, call }: Reader): Promise<string[]> {
  const products = []
  for (const token of await tokensTo(town, email)) {
    const { status, body } = await call('POST /links/_accept', { body: { token } })
    expect(status).toBe(200)
    products.push(body.productId)
  }
  return products
}
