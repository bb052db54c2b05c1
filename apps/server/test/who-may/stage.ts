/** One of everything that an owner can have, and everybody who might call about it. */
import { delegateOf, someone } from '../delegating.ts'
import { clientOf, type Client } from '../http-client.ts'
import type { OpenTown, Resident } from '../open-town.ts'
import { makeToken, programOf } from '../programs.ts'
import { issued, openShop } from '../shop-desk.ts'
import { addPasskey, softwareAuthenticator } from '../software-authenticator.ts'
import { order, offer, tenAndTwenty } from '../topping-up.ts'

export type Stage = {
  readonly town: OpenTown
  readonly owner: Resident
  readonly params: Readonly<Record<string, string>>
  /** A session of the owner's that has ended. */
  readonly endedSessionId: string
  /** What the shop has issued, and nobody has linked yet. */
  readonly issuedId: string
  readonly callers: Readonly<
    Record<
      | 'nobody'
      | 'stranger'
      | 'delegate'
      | 'owner'
      | 'shop'
      | 'otherShop'
      // Programs of the owner's: one that reads, one that parks, and one that parks elsewhere.
      | 'reader'
      | 'parker'
      | 'parkerElsewhere',
      Client
    >
  >
}

export async function setStage(town: OpenTown): Promise<Stage> {
  const owner = await town.resident({
    delegations: 'plateOptional',
    topUps: { options: tenAndTwenty },
  })
  const stranger = await town.resident()
  const shop = await openShop(town, { organisationId: owner.organisationId })
  const { delegate, delegationId } = await delegateOf(town, owner, { allotment: 10_00 })
  return {
    town,
    owner,
    params: { ...(await thingsOf(owner)), delegationId },
    issuedId: await issued(shop.call, someone()),
    endedSessionId: await parkAndStop(owner),
    callers: {
      nobody: clientOf(town.app),
      stranger: stranger.call,
      delegate: delegate.call,
      owner: owner.call,
      shop: shop.call,
      otherShop: (await openShop(town)).call,
      ...(await programsOf(town, owner, stranger)),
    },
  }
}

/** The last is held to a product that nothing here is about: a stranger's will do. */
async function programsOf(town: OpenTown, owner: Resident, stranger: Resident) {
  const elsewhere = await makeToken(owner, { scope: 'park' })
  await town.db
    .updateTable('access_tokens')
    .set({ product_id: stranger.productId })
    .where('id', '=', elsewhere.id)
    .execute()
  return {
    reader: programOf(town, (await makeToken(owner)).secret),
    parker: programOf(town, (await makeToken(owner, { scope: 'park' })).secret),
    parkerElsewhere: programOf(town, elsewhere.secret),
  }
}

async function thingsOf(owner: Resident) {
  const { call, productId } = owner
  const params = { productId }
  const favourite = await call('POST /products/{productId}/favourites', {
    params,
    body: { plate: { number: 'FAV1' }, name: 'Oma' },
  })
  const topUp = await order(owner, (await offer(owner)).body.options[0]?.id)
  const passkey = await addPasskey(owner, softwareAuthenticator('https://2park.example'))
  const { body: here } = await call('GET /sign-ins')
  return {
    productId,
    parkingSessionId: await park(owner, 'OWN1'),
    favouriteId: favourite.body.id,
    topUpId: topUp.body.id,
    passkeyId: passkey.body.passkey.id,
    signInId: here.signIns[0]?.id ?? '',
    accessTokenId: (await makeToken(owner)).id,
  }
}

async function park({ call, productId }: Resident, number: string): Promise<string> {
  const body = { plate: { number }, end: '2026-03-02T12:00:00+01:00' }
  const params = { productId }
  const answer = await call('POST /products/{productId}/parking-sessions', { params, body })
  return answer.body.id
}

async function parkAndStop(owner: Resident): Promise<string> {
  const parkingSessionId = await park(owner, 'DONE1')
  const params = { parkingSessionId }
  await owner.call('POST /parking-sessions/{parkingSessionId}/_stop', { params })
  return parkingSessionId
}
