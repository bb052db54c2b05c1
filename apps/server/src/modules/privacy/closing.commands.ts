/**
 * Closing an account (GDPR 17). Address, password, second factors, sign-ins, tokens, favourites, alarms
 * and delegations go at once; plates go when their time has come, as everybody's, and answers that were
 * kept for a retry within a day; the entries of the ledger stay, and lead to nobody. Products
 * stay without a person: who wants to use one again asks the municipality for a new link, and the
 * shop says to which address.
 */
import type { Tx } from '#database/database.ts'
import { deleteAccessTokensOf } from '#modules/access-tokens/index.ts'
import { emptyAccount, lockHolder, requireOwnPassword } from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { deleteAlarmsOf } from '#modules/balance-alarms/index.ts'
import { endDelegationsAbout, listDelegationsAbout } from '#modules/delegations/index.ts'
import { deleteHeldFavourites } from '#modules/favourites/index.ts'
import { deleteLinksTo } from '#modules/links/index.ts'
import { countChange } from '#modules/ledger/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import { hasSessionsToEnd } from '#modules/parking-sessions/index.ts'
import {
  listUsedProducts,
  releaseProducts,
  replaceStartProduct,
  type UsedProduct,
} from '#modules/products/index.ts'
import { hasUnfinishedPayments } from '#modules/top-ups/index.ts'
import { Refused } from '#refused.ts'
import type { Actor, World } from '#world.ts'

type Close = {
  readonly password: string
  /** Of the network that the call came from. */
  readonly address: string
}

export async function closeAccount(world: World, actor: Actor, close: Close): Promise<void> {
  const account = await requireOwnPassword(world, actor, close)
  const at = world.now()
  const { id: accountId, email: to, language } = account
  await world.db.transaction().execute(async (tx) => {
    // Whoever accepts a link for it does that before, and is among what is listed, or not at all.
    if (!(await lockHolder(tx, accountId))) throw new Refused('notSignedIn')
    const products = await listUsedProducts(tx, accountId)
    const own = products.filter(({ isOwn }) => isOwn).map(({ id }) => id)
    await holdProducts(tx, { accountId, email: to, products })
    // Whoever's car stands there: what is left of its cost would come back to nobody.
    if (await hasSessionsToEnd(tx, { accountId, products, at }))
      throw new Refused('sessionsNotEnded')
    await endDelegationsAbout(tx, { ...actor, email: to }, at)
    await deleteAlarmsOf(tx, accountId)
    await deleteAccessTokensOf(tx, accountId)
    await deleteLinksTo(tx, to)
    await deleteHeldFavourites(tx, own)
    await replaceStartProduct(tx, accountId, undefined)
    // Whoever is ordering a top-up has the product held: it is among those counted now, or refused.
    await releaseProducts(tx, own, at)
    if (await hasUnfinishedPayments(tx, own)) throw new Refused('topUpUnderWay')
    await emptyAccount(tx, account, at)
    await sendMail(tx, { to, language, what: { kind: 'accountClosed' } }, at)
    await recordChange(tx, { action: 'accountClosed', accountId, at })
  })
}

type Concerned = {
  readonly accountId: string
  readonly email: string
  readonly products: readonly UsedProduct[]
}

/**
 * The accounts of all products that something ends on, also of those that one was only invited to, one
 * after the other in one order: a booking is counted, or is decided again.
 */
async function holdProducts(tx: Tx, { products, ...about }: Concerned): Promise<void> {
  const delegated = await listDelegationsAbout(tx, about)
  const all = [...products.map(({ id }) => id), ...delegated.map(({ productId }) => productId)]
  for (const productId of [...new Set(all)].toSorted()) {
    // oxlint-disable-next-line no-await-in-loop -- in their order, so that two never wait for each other.
    await countChange(tx, productId)
  }
}
