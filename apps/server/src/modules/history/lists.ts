/** The two lists of a product's history, as whoever asks may see them. */
import type { Language } from '@2park/contract/language'
import { getOwnProduct, getUsableProduct, type Product } from '#modules/products/index.ts'
import type { Keep } from '#http/answers.queries.ts'
import type { Actor, World } from '#world.ts'
import { placeAt } from './cursor.ts'
import { mailHistory } from './mailing.commands.ts'
import { countEndedSessions, type Whose } from './sessions.queries.ts'
import { sheetOfSessions, sheetOfTransactions, type Sheet } from './sheet.ts'

/** A delegate's history is what they parked themselves (K4). */
export function whoseOf(product: Product, { accountId }: Actor): Whose {
  return { productId: product.id, ...(product.delegation && { startedBy: accountId }) }
}

/** How many sessions have ended, as far as they are counted. */
export async function countHistory(world: World, actor: Actor, product: Product): Promise<number> {
  const { value } = await countEndedSessions(
    world.db,
    whoseOf(product, actor),
    placeAt(world.now()),
  )
  return value
}

export type ListName = 'parkingSessions' | 'transactions'
type Asked = { readonly productId: string; readonly list: ListName }

/** Changes of the balance are seen by its holder only (K3). */
export function productFor(
  world: World,
  actor: Actor,
  { productId, list }: Asked,
): Promise<Product> {
  const getProduct = list === 'transactions' ? getOwnProduct : getUsableProduct
  return getProduct(world, actor, productId)
}

type Wanted = {
  readonly product: Product
  readonly actor: Actor
  readonly list: ListName
  readonly language: Language
}

export function sheetOf(world: World, { product, actor, list, language }: Wanted): Sheet {
  const wanted = { product, whose: whoseOf(product, actor), language }
  return list === 'transactions'
    ? sheetOfTransactions(world, wanted)
    : sheetOfSessions(world, wanted)
}

type Mailing = Asked & { readonly keep?: Keep | undefined }

/** The whole list, to oneself. */
export async function mailList(
  world: World,
  actor: Actor,
  { productId, list, keep }: Mailing,
): Promise<void> {
  const product = await productFor(world, actor, { productId, list })
  const sheetIn = (language: Language) => sheetOf(world, { product, actor, list, language })
  await mailHistory(world, actor, { product, sheetIn, keep })
}
