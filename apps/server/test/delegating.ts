/** How tests invite a delegate and accept as one: by the mail that is really sent. */
import { randomUUID } from 'node:crypto'
import type { Answer } from './http-client.ts'
import type { OpenTown, Resident } from './open-town.ts'

type Wish = {
  readonly email: string
  readonly language?: 'nl' | 'en'
  readonly plate?: string
  readonly allotment?: number
}

type Invited = Answer<'POST /products/{productId}/delegations'>

export function invite(
  { call, productId }: Resident,
  { plate, language = 'nl', ...wish }: Wish,
): Promise<Invited> {
  const body = { ...wish, language, ...(plate && { plate: { number: plate } }) }
  return call('POST /products/{productId}/delegations', { params: { productId }, body })
}

/** The token of the link in the latest mail to somebody. */
export async function tokenFor(town: OpenTown, email: string): Promise<string> {
  const mails = await town.mailsTo(email)
  const link = mails.at(-1)?.links.find((each) => each.includes('/link#'))
  if (link === undefined) throw new Error(`no link was mailed to ${email}`)
  return new URL(link).hash.slice(1)
}

export type Delegate = {
  readonly delegationId: string
  /** The same person, with the product they may park on. */
  readonly delegate: Resident
}

/** Somebody of another municipality, who was invited by the holder and has accepted (J8). */
export async function delegateOf(
  town: OpenTown,
  holder: Resident,
  wish: Omit<Wish, 'email'> = {},
): Promise<Delegate> {
  const person = await town.resident()
  const { body } = await invite(holder, { ...wish, email: person.email })
  const token = await tokenFor(town, person.email)
  await person.call('POST /links/_accept', { body: { token } })
  const delegate = { ...person, productId: holder.productId }
  return { delegationId: body.delegation.id, delegate }
}

export function someone(): string {
  return `${randomUUID()}@example.com`
}

export function changePart({ call, productId }: Resident, delegationId: string, allotment: number) {
  const sent = { params: { productId, delegationId }, body: { allotment } }
  return call('PATCH /products/{productId}/delegations/{delegationId}', sent)
}

export function resend({ call, productId }: Resident, delegationId: string) {
  const params = { productId, delegationId }
  return call('POST /products/{productId}/delegations/{delegationId}/_resend', { params })
}

export function revoke({ call, productId }: Resident, delegationId: string) {
  const sent = { params: { productId, delegationId }, body: { stopSessions: false } }
  return call('POST /products/{productId}/delegations/{delegationId}/_revoke', sent)
}

export async function listDelegations({ call, productId }: Resident) {
  const params = { productId }
  const { body } = await call('GET /products/{productId}/delegations', { params })
  return body.delegations
}

export function productOf({ call, productId }: Resident) {
  return call('GET /products/{productId}', { params: { productId } })
}

export async function balanceOf(who: Resident): Promise<number> {
  return (await productOf(who)).body.balance.value
}

export async function productsOf({ call }: Resident) {
  return (await call('GET /products')).body.products
}
