/** Letting a permit shop in: its token is made here, shown once, and known by its hash from then on. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Database } from '#database/database.ts'
import type { Shop, World } from '#world.ts'
import { findShop, insertShop } from './shops.queries.ts'

export type OpenedShop = {
  readonly organisationId: string
  /** Which shop it is, for people. */
  readonly name: string
  /** Where it is told that a product was linked. */
  readonly webhookAddress?: string | undefined
  /** Only the demo and tests give one: theirs is known to all. */
  readonly token?: string
}

export type Credentials = {
  readonly shopId: string
  readonly token: string
  /** What our messages are signed with, where it is told anything. */
  readonly webhookSecret: string | undefined
}

export async function openPermitShop(
  db: Database,
  { organisationId, name, webhookAddress, token = randomToken() }: OpenedShop,
): Promise<Credentials> {
  const shopId = randomUUIDv7()
  const webhookSecret = webhookAddress && `whsec_${randomBytes(32).toString('base64')}`
  const webhook =
    webhookAddress && webhookSecret ? { address: webhookAddress, secret: webhookSecret } : undefined
  await insertShop(db, { id: shopId, organisationId, name, tokenHash: hashOf(token), webhook })
  return { shopId, token, webhookSecret }
}

export async function authenticateShop({ db }: World, token: string): Promise<Shop | undefined> {
  return findShop(db, hashOf(token))
}

function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
