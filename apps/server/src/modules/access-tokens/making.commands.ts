/** Making a token, which is shown once, and revoking it. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { amount, nothing } from '@2park/domain/amount'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { lockHolder, requireConfirmed } from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import { getUsableProduct, type Product } from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'
import {
  countAccessTokens,
  deleteAccessToken,
  insertAccessToken,
  type AccessToken,
} from './access-tokens.queries.ts'
import { present, type Shown } from './presentation.ts'

export const mostAccessTokens = 20

export type Wish = Pick<AccessToken, 'name' | 'scope'> & {
  readonly productId: string | undefined
  readonly dayLimit: number | undefined
  readonly lifetimeDays: number | undefined
  readonly signInId: string | undefined
  readonly keep: Keep | undefined
}

export type Made = { readonly accessToken: Shown; readonly secret: string }

export async function makeAccessToken(
  world: World,
  actor: Actor,
  { signInId, keep, ...wish }: Wish,
): Promise<Made> {
  await requireConfirmed(world, signInId)
  const product = await productOf(world, actor, wish)
  const { accountId } = actor
  const at = world.now()
  const id = randomUUIDv7()
  const token = `2park_${randomBytes(32).toString('base64url')}`
  const days = wish.lifetimeDays
  const expiresAt = days === undefined ? undefined : at.add({ hours: days * 24 })
  return world.db.transaction().execute(async (tx) => {
    const holder = await lockHolder(tx, accountId)
    if (!holder) throw new Refused('notSignedIn')
    if ((await countAccessTokens(tx, accountId)) >= mostAccessTokens)
      throw new Refused('tooManyAccessTokens')
    const tokenHash = hashOf(token)
    await insertAccessToken(tx, { ...wish, id, accountId, tokenHash, createdAt: at, expiresAt })
    await recordChange(tx, { action: 'accessTokenMade', accountId, subjectId: id, at })
    const what = {
      kind: 'accessTokenMade',
      name: wish.name,
      scope: wish.scope,
      when: at.toString(),
      ...(product && { productName: product.name }),
      address: new URL('/access-tokens', world.publicUrl).href,
    } as const
    await sendMail(tx, { to: holder.email, language: holder.language, what }, at)
    const accessToken = present(madeOf(wish, { id, at, expiresAt, product }), at)
    // The secret is shown once: the answer to a retry is kept without it.
    await keepAnswer(tx, keep, { accessToken })
    return { accessToken, secret: wish.scope === 'calendar' ? addressOf(world, token) : token }
  })
}

type Revoking = { readonly accessTokenId: string; readonly keep: Keep | undefined }

export async function revokeAccessToken(
  { db, now }: World,
  { accountId }: Actor,
  { accessTokenId: id, keep }: Revoking,
): Promise<void> {
  const at = now()
  await db.transaction().execute(async (tx) => {
    const isDeleted = await deleteAccessToken(tx, { id, accountId })
    if (!isDeleted) throw new Refused('notFound')
    await recordChange(tx, { action: 'accessTokenRevoked', accountId, subjectId: id, at })
    await keepAnswer(tx, keep, undefined)
  })
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** As calendar programs are told it. */
function addressOf({ publicUrl }: World, token: string): string {
  return new URL(`/calendars/${token}.ics`, publicUrl).href
}

type Asked = Omit<Wish, 'signInId' | 'keep'>

async function productOf(
  world: World,
  actor: Actor,
  { productId, dayLimit }: Asked,
): Promise<Product | undefined> {
  if (productId === undefined) return undefined
  const product = await getUsableProduct(world, actor, productId)
  if (dayLimit !== undefined && product.unit === 'none') {
    throw new Refused('invalid', {
      errors: [{ in: 'body', pointer: '/dayLimit', code: 'notAllowed' }],
    })
  }
  return product
}

type Given = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly expiresAt: Temporal.Instant | undefined
  readonly product: Product | undefined
}

function madeOf(
  { name, scope, dayLimit }: Asked,
  { id, at, expiresAt, product }: Given,
): AccessToken {
  return {
    id,
    name,
    scope,
    productId: product?.id ?? null,
    unit: product?.unit ?? null,
    dayLimit: dayLimit === undefined ? null : amount(dayLimit),
    spent: nothing,
    spentOn: null,
    timeZone: product?.organisation.timeZone ?? null,
    createdAt: at,
    expiresAt: expiresAt ?? null,
    lastUsedAt: null,
  }
}
