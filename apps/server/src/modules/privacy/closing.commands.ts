/**
 * Closing an account (GDPR 17). Address, password, second factors, sign-ins, tokens, favourites, alarms
 * and delegations go at once; plates go when their time has come, as everybody's, and answers that were
 * kept for a retry within a day; the entries of the ledger stay, and lead to nobody. Products
 * stay without a person: who wants to use one again asks the municipality for a new link.
 */
import { deleteAccessTokensOf } from '#modules/access-tokens/index.ts'
import { emptyAccount, requireOwnPassword } from '#modules/accounts/index.ts'
import { recordChange } from '#modules/audit/index.ts'
import { deleteAlarmsOf } from '#modules/balance-alarms/index.ts'
import { endDelegationsAbout } from '#modules/delegations/index.ts'
import { deleteHeldFavourites } from '#modules/favourites/index.ts'
import { deleteLinksTo } from '#modules/links/index.ts'
import { sendMail } from '#modules/notices/index.ts'
import {
  forgetHolderAddress,
  isHolder,
  listProductsOf,
  replaceStartProduct,
} from '#modules/products/index.ts'
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
  const products = await listProductsOf(world.db, account.id, at)
  // Someone's car stands there, and what is left of its cost would come back to nobody.
  if (products.some(({ running, planned }) => running + planned > 0))
    throw new Refused('sessionsNotEnded')
  const { id: accountId, email: to, language } = account
  const own = products.filter((product) => isHolder(actor, product)).map(({ id }) => id)
  await world.db.transaction().execute(async (tx) => {
    await endDelegationsAbout(tx, { ...actor, email: to }, at)
    await deleteAlarmsOf(tx, accountId)
    await deleteAccessTokensOf(tx, accountId)
    await deleteLinksTo(tx, to)
    await forgetHolderAddress(tx, accountId)
    await deleteHeldFavourites(tx, own)
    await replaceStartProduct(tx, accountId, undefined)
    await emptyAccount(tx, account, at)
    await sendMail(tx, { to, language, what: { kind: 'accountClosed' } }, at)
    await recordChange(tx, { action: 'accountClosed', accountId, at })
  })
}
