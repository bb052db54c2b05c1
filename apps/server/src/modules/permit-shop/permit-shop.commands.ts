/** What a permit shop does: issues products, sends their links, changes and ends them (A2, A5). */
import { randomUUIDv7 } from 'node:crypto'
import type { Language } from '@2park/contract/language'
import { isBefore, type Interval } from '@2park/domain/interval'
import type { Plate } from '@2park/domain/plate'
import type { Tx } from '#database/database.ts'
import { keepAnswer, type Keep } from '#http/answers.queries.ts'
import { beginTry } from '#http/tries.ts'
import { recordChange } from '#modules/audit/index.ts'
import { grantBalanceWithin, lockProductAccount } from '#modules/ledger/index.ts'
import { issueLink, linkMailLimit, supersedeLinks } from '#modules/links/index.ts'
import { followProductEnd } from '#modules/parking-sessions/index.ts'
import { followProductPeriods, grantPeriod } from '#modules/period-grants/index.ts'
import {
  changeProduct,
  findIssuedProduct,
  issueProductWithin,
  lockIssuedProduct,
  type IssuedProduct,
} from '#modules/products/index.ts'
import { Refused } from '#refused.ts'
import type { Shop, World } from '#world.ts'
import { type Addressed, linkAddress, mailLink } from './link-mail.ts'
import { findOffered, wrongPlatesOf } from './offer.ts'
import { present } from './presentation.ts'

export type Issue = {
  readonly productType: string
  readonly area: string
  readonly email: string
  readonly valid: Interval
  readonly plates: readonly Plate[]
  readonly rightsQuantity: number | undefined
  readonly language: Language
  readonly keep: Keep | undefined
}

export async function issue(world: World, shop: Shop, wish: Issue) {
  const { type, area } = await findOffered(world.db, shop.organisationId, wish)
  await countMail(world, wish.email)
  const at = world.now()
  const { email, language, valid, plates, rightsQuantity } = wish
  return world.db.transaction().execute(async (tx) => {
    const productId = await issueProductWithin(tx, {
      productTypeId: type.id,
      areaId: area.id,
      holder: { email, issued: { by: shop.shopId, at, language } },
      valid,
      plates,
      rightsQuantity,
    })
    if (type.firstGrant !== null) {
      await grantBalanceWithin(tx, { productId, amount: type.firstGrant, id: randomUUIDv7(), at })
    }
    await grantPeriod(tx, { productId, at })
    const product = await getIssued(tx, shop, productId)
    await mailLink(world, tx, { ...product, email })
    await recordChange(tx, { ...shop, action: 'productIssued', subjectId: productId, at })
    const answer = present(product, at)
    await keepAnswer(tx, wish.keep, answer)
    return answer
  })
}

export type OfProduct = { readonly productId: string; readonly keep: Keep | undefined }

/** With a new link, which takes the place of the former (A5). */
export async function sendAgain(
  world: World,
  shop: Shop,
  { productId, keep }: OfProduct,
): Promise<void> {
  const known = await findIssuedProduct(world.db, { ...shop, productId })
  if (!known) throw new Refused('notFound')
  if (known.email !== null) await countMail(world, known.email)
  const at = world.now()
  await world.db.transaction().execute(async (tx) => {
    await mailLink(world, tx, await lockUnlinked(tx, shop, productId))
    await recordChange(tx, { ...shop, action: 'linkSent', subjectId: productId, at })
    await keepAnswer(tx, keep, undefined)
  })
}

/**
 * [Ga naar 2Park]: a link for whom the shop knows to be the holder, there and then (A5). Its answer
 * is kept for no retry, because it opens something: each call gives a new one.
 */
export async function giveLink(
  world: World,
  shop: Shop,
  productId: string,
): Promise<{ readonly url: string; readonly expiresAt: string }> {
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    const { email } = await lockUnlinked(tx, shop, productId)
    const purpose = { kind: 'product', productId } as const
    const { token, expiresAt } = await issueLink(tx, { email, purpose, way: 'direct' }, at)
    await recordChange(tx, { ...shop, action: 'linkGiven', subjectId: productId, at })
    return { url: linkAddress(world, token), expiresAt: expiresAt.toString() }
  })
}

export type Change = OfProduct & {
  readonly email: string | undefined
  readonly validFrom: Temporal.Instant | undefined
  readonly validUntil: Temporal.Instant | undefined
  readonly plates: readonly Plate[] | undefined
  readonly rightsQuantity: number | undefined
}

export async function change(world: World, shop: Shop, wish: Change) {
  const { email, plates, rightsQuantity, validFrom, validUntil } = wish
  const decide = ({ endedAt, linkedAt, kind, valid: { start, end } }: IssuedProduct) => {
    if (endedAt) throw new Refused('productEnded')
    if (email !== undefined && linkedAt) throw new Refused('productLinked')
    const valid = { start: validFrom ?? start, end: validUntil ?? end }
    const errors = wrongPlatesOf(kind, plates)
    if (!isBefore(valid.start, valid.end)) {
      // Of the two, the one that was sent.
      const pointer = validUntil ? '/validUntil' : '/validFrom'
      errors.push({ in: 'body', pointer, code: 'endNotAfterStart' })
    }
    if (errors.length > 0) throw new Refused('invalid', { errors })
    return { email, valid, plates, rightsQuantity }
  }
  return onProduct(world, shop, { ...wish, action: 'productChanged', decide })
}

export async function block(world: World, shop: Shop, of: OfProduct) {
  const decide = ({ endedAt, blocked }: IssuedProduct) => {
    if (endedAt) throw new Refused('productEnded')
    return blocked ? undefined : { blockedAt: world.now() }
  }
  return onProduct(world, shop, { ...of, action: 'productBlocked', decide })
}

export async function unblock(world: World, shop: Shop, of: OfProduct) {
  const decide = ({ endedAt, blocked }: IssuedProduct) => {
    if (endedAt) throw new Refused('productEnded')
    return blocked ? { blockedAt: null } : undefined
  }
  return onProduct(world, shop, { ...of, action: 'productUnblocked', decide })
}

export async function endProduct(world: World, shop: Shop, of: OfProduct) {
  const decide = ({ endedAt }: IssuedProduct) => (endedAt ? undefined : { endedAt: world.now() })
  return onProduct(world, shop, { ...of, action: 'productEnded', decide })
}

type Deed = OfProduct & {
  readonly action: 'productChanged' | 'productBlocked' | 'productUnblocked' | 'productEnded'
  /** What is to change; nothing, where it is so already. */
  readonly decide: (
    product: IssuedProduct,
  ) => Omit<Parameters<typeof changeProduct>[2], 'at'> | undefined
}

/** Holds a product of the shop's municipality, its account first, as bookings do, and changes it. */
async function onProduct(world: World, shop: Shop, { productId, keep, action, decide }: Deed) {
  const at = world.now()
  return world.db.transaction().execute(async (tx) => {
    await lockProductAccount(tx, productId)
    const product = await lockIssuedProduct(tx, { ...shop, productId })
    if (!product) throw new Refused('notFound')
    const decided = decide(product)
    if (decided) {
      await changeProduct(tx, productId, { ...decided, at })
      // What was sent to the former address is not for who has this one.
      if (decided.email !== undefined && decided.email !== product.email)
        await supersedeLinks(tx, { kind: 'product', productId }, at)
      if (decided.valid ?? decided.endedAt) {
        await followProductEnd(tx, productId, at)
        await followProductPeriods(tx, { productId, began: product.valid.start, at })
      }
      await recordChange(tx, { ...shop, action, subjectId: productId, at })
    }
    const answer = present(await getIssued(tx, shop, productId), at)
    await keepAnswer(tx, keep, answer)
    return answer
  })
}

async function lockUnlinked(tx: Tx, shop: Shop, productId: string): Promise<Addressed> {
  const product = await lockIssuedProduct(tx, { ...shop, productId })
  if (!product) throw new Refused('notFound')
  if (product.linkedAt) throw new Refused('productLinked')
  if (product.endedAt) throw new Refused('productEnded')
  const { email } = product
  if (email === null) throw new Refused('holderUnknown')
  return { ...product, email }
}

async function getIssued(tx: Tx, shop: Shop, productId: string): Promise<IssuedProduct> {
  const product = await findIssuedProduct(tx, { ...shop, productId })
  if (!product) throw new Refused('notFound')
  return product
}

async function countMail(world: World, email: string): Promise<void> {
  await beginTry(world, [linkMailLimit(email)])
}
