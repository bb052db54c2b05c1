/** What each endpoint takes: called so by its owner it is done, or refused for what it says itself. */
import type { Api } from '@2park/contract/api'
import { notificationKinds } from '@2park/contract/notifications'
import { invite, someone, tokenFor } from '../delegating.ts'
import { validity } from '../shop-desk.ts'
import { offer } from '../topping-up.ts'
import type { Stage } from './stage.ts'

type Body = (stage: Stage) => unknown

const end = '2026-03-02T13:00:00+01:00'
const plate = { number: 'NEW1' }
const token = 'a-token-that-nobody-was-given'
const code = '000000'
const proof = 'bm90aGluZw'
const credential = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
}
const created = { clientDataJSON: 'AAAA', attestationObject: 'AAAA' }
const used = {
  clientDataJSON: 'AAAA',
  authenticatorData: 'AAAA',
  signature: 'AAAA',
  userHandle: 'AAAA',
}
const no = { mail: false, push: false }
const nothingWanted = {
  kinds: Object.fromEntries(notificationKinds.map((kind) => [kind, no])),
  platesInPushes: false,
}
const passwordOf: Body = ({ owner: { password } }) => ({ password })

export const bodies: Readonly<Partial<Record<keyof Api, Body>>> = {
  'PUT /account/language': () => ({ language: 'en' }),
  'PUT /account/messages': () => ({ isLonger: true }),
  'PUT /account/notifications': () => nothingWanted,
  'PUT /push-subscriptions/current': () => ({
    endpoint: 'https://fcm.googleapis.com/fcm/send/one',
    keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) },
  }),
  'PUT /account/password': ({ owner }) => ({
    currentPassword: owner.password,
    newPassword: 'vier fietsen naast de kerk',
  }),
  'POST /account/_close': passwordOf,
  'POST /account/authenticator-app/_confirm': () => ({ code }),
  'POST /account/authenticator-app/_remove': ({ owner }) => ({ password: owner.password, code }),
  'POST /account/passkeys': () => ({
    name: 'Phone',
    credential: { ...credential, response: created },
  }),
  'PATCH /account/passkeys/{passkeyId}': () => ({ name: 'Phone' }),
  'POST /account/access-tokens': () => ({ name: 'Script', scope: 'read', lifetimeDays: 30 }),
  'POST /email-changes': ({ owner }) => ({ email: someone(), password: owner.password }),
  'POST /email-changes/_confirm': () => ({ token }),
  'POST /links/_look': () => ({ token }),
  'POST /links/_accept': async ({ town, owner }) => {
    const email = someone()
    await invite(owner, { email })
    return { token: await tokenFor(town, email) }
  },
  'POST /links/_register': () => ({ token, password: 'vier fietsen naast de kerk' }),
  'POST /parking-sessions/{parkingSessionId}/_extend': () => ({ end }),
  'POST /parking-sessions/{parkingSessionId}/quotes': () => ({ end }),
  'POST /passkey-challenges': () => ({}),
  'POST /password-resets': ({ owner }) => ({ email: owner.email, proof }),
  'POST /password-resets/_complete': () => ({
    token,
    password: 'vier fietsen naast de kerk',
    proof,
  }),
  'POST /permit-shop/products': () => ({
    productType: 'BEZOEK',
    area: 'A',
    email: someone(),
    ...validity,
  }),
  'PUT /permit-shop/accessibility': () => ({}),
  'PUT /permit-shop/branding': () => ({ name: 'Waterdam' }),
  'PATCH /permit-shop/products/{productId}': () => ({ rightsQuantity: 2 }),
  'PUT /products/{productId}/active-plate': () => ({ plate }),
  'PUT /products/{productId}/balance-alarm': () => ({ threshold: 500 }),
  'POST /products/{productId}/delegations': () => ({ email: someone(), language: 'nl' }),
  'PATCH /products/{productId}/delegations/{delegationId}': () => ({ allotment: 500 }),
  'POST /products/{productId}/delegations/{delegationId}/_revoke': () => ({ stopSessions: false }),
  'POST /products/{productId}/favourites': () => ({ plate, name: 'Opa' }),
  'POST /products/{productId}/history/_mail': () => ({ list: 'parkingSessions' }),
  'POST /products/{productId}/parking-sessions': () => ({ plate, end }),
  'POST /products/{productId}/quotes': () => ({ plate, end }),
  'POST /products/{productId}/top-ups': async ({ owner }) => ({
    optionId: (await offer(owner)).body.options[0]?.id,
    language: 'nl',
  }),
  'POST /sign-ins': ({ owner: { email, password } }) => ({ email, password }),
  'POST /sign-ins/_complete': () => ({ token, code }),
  'POST /sign-ins/_passkey': () => ({ credential: { ...credential, response: used } }),
  'POST /sign-ins/current/_confirm': passwordOf,
  'PUT /start-product': ({ params: { productId } }) => ({ productId }),
}

/** The query of what cannot be called without one. */
export const queries: Readonly<Partial<Record<keyof Api, Readonly<Record<string, string>>>>> = {
  'GET /products/{productId}/history/_download': { list: 'parkingSessions' },
}
