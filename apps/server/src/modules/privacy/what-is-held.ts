/** Everything that is held about somebody, gathered from the modules that hold it (GDPR 15 and 20). */
import type { Api } from '@2park/contract/api'
import type { Output } from '@2park/contract/endpoint'
import { listAccessTokens, presentAccessToken } from '#modules/access-tokens/index.ts'
import {
  findNotifications,
  getHeldAccount,
  listOwnSignIns,
  listPasskeys,
  presentPasskey,
  presentSecondFactor,
  presentSignIn,
} from '#modules/accounts/index.ts'
import { invariant } from '@2park/domain/invariant'
import { recordChange } from '#modules/audit/index.ts'
import { listAlarmsOf, presentAlarm } from '#modules/balance-alarms/index.ts'
import { listHeldDelegations, presentHeldDelegation } from '#modules/delegations/index.ts'
import { listHeldFavourites } from '#modules/favourites/index.ts'
import { listBalanceChanges, type BalanceChange } from '#modules/ledger/index.ts'
import { listHeldSessions, type HeldSession } from '#modules/parking-sessions/index.ts'
import {
  findStartProduct,
  type HeldActivePlate,
  isHolder,
  listActivePlatesOf,
  listHeldProducts,
  type Product,
} from '#modules/products/index.ts'
import { listPaymentsOf, presentHeldTopUp } from '#modules/top-ups/index.ts'
import { listSubscriptionsOf } from '#modules/pushes/index.ts'
import type { Actor, World } from '#world.ts'

type HeldData = Output<Api['GET /account/held-data']>

export async function gatherHeldData(
  world: World,
  actor: Actor,
  signInId: string | undefined,
): Promise<HeldData> {
  const { db } = world
  const { accountId } = actor
  const now = world.now()
  const products = await listHeldProducts(db, accountId, now)
  const own = products.filter((product) => isHolder(actor, product)).map(({ id }) => id)
  const startProductId = await findStartProduct(db, accountId)
  const signIns = await listOwnSignIns(world, actor)
  await recordChange(db, { action: 'accountDownloaded', accountId, at: now })
  return {
    asOf: now.toString(),
    account: presentAccount(await getHeldAccount(db, accountId)),
    signIns: signIns.map((signIn) => presentSignIn(signIn, signInId)),
    passkeys: (await listPasskeys(db, accountId)).map(presentPasskey),
    secondFactor: await presentSecondFactor(db, accountId),
    accessTokens: (await listAccessTokens(db, accountId)).map((token) =>
      presentAccessToken(token, now),
    ),
    ...(await heldNotifications(world, accountId)),
    ...(startProductId !== undefined && { startProductId }),
    products: products.map(presentProduct),
    activePlates: (await listActivePlatesOf(db, own)).map(presentActivePlate),
    parkingSessions: (await listHeldSessions(db, accountId)).map(presentSession),
    favourites: await listHeldFavourites(db, own),
    ...(await heldDelegations(world, accountId)),
    balanceAlarms: (await listAlarmsOf(db, accountId)).map(presentAlarm),
    topUps: (await listPaymentsOf(db, accountId)).map(presentHeldTopUp),
    balanceChanges: (await listBalanceChanges(db, own)).map(presentChange),
  }
}

async function heldNotifications({ db }: World, accountId: string) {
  const notifications = await findNotifications(db, accountId)
  invariant(notifications !== undefined, 'who asks has an account')
  const subscriptions = await listSubscriptionsOf(db, accountId)
  return {
    notifications,
    pushSubscriptions: subscriptions.map(({ signInId, endpoint, createdAt }) => ({
      signInId,
      service: new URL(endpoint).host,
      createdAt: createdAt.toString(),
    })),
  }
}

async function heldDelegations({ db, now }: World, accountId: string) {
  const at = now()
  const given = await listHeldDelegations(db, accountId, { way: 'given', now: at })
  const received = await listHeldDelegations(db, accountId, { way: 'received', now: at })
  return {
    delegationsGiven: given.map(presentHeldDelegation),
    delegationsReceived: received.map(presentHeldDelegation),
  }
}

function presentAccount({
  createdAt,
  passwordChangedAt,
  ...account
}: Awaited<ReturnType<typeof getHeldAccount>>): HeldData['account'] {
  return {
    ...account,
    createdAt: createdAt.toString(),
    ...(passwordChangedAt && { passwordChangedAt: passwordChangedAt.toString() }),
  }
}

function presentProduct(product: Product): HeldData['products'][number] {
  const { id, name, location, organisation, valid, unit, balance } = product
  return {
    id,
    name,
    organisation: organisation.name,
    location,
    // What it was issued for is the holder's own.
    plates: product.delegation ? [] : [...product.plates],
    validFrom: valid.start.toString(),
    validUntil: valid.end.toString(),
    balance: { unit, value: balance },
  }
}

function presentActivePlate({
  productId,
  plate,
  startsAt,
  endsAt,
}: HeldActivePlate): HeldData['activePlates'][number] {
  return {
    productId,
    plate,
    start: startsAt.toString(),
    ...(endsAt && { end: endsAt.toString() }),
  }
}

function presentSession(session: HeldSession): HeldData['parkingSessions'][number] {
  const { id, productId, plate, country, location, unit, cost, deletedAt } = session
  return {
    id,
    productId,
    ...(plate !== null && country !== null && { plate: { number: plate, country } }),
    ...(location !== null && { location }),
    start: session.startsAt.toString(),
    end: session.endsAt.toString(),
    cost: { unit, value: cost },
    ...(deletedAt && { deletedAt: deletedAt.toString() }),
  }
}

function presentChange(change: BalanceChange): HeldData['balanceChanges'][number] {
  const { productId, cause, unit, amount, balanceAfter, occurredAt } = change
  return {
    productId,
    cause,
    amount: { unit, value: amount },
    balanceAfter: { unit, value: balanceAfter },
    occurredAt: occurredAt.toString(),
  }
}
