/** All SQL about delegations, each with what is left of its part and with its sessions' counts. */
import type { Amount, Unit } from '@2park/domain/amount'
import type { Plate } from '@2park/domain/plate'
import { sql } from 'kysely'
import type { Database, Tx } from '#database/database.ts'
import { closedAddress } from '#modules/accounts/index.ts'

export type Delegation = {
  readonly id: string
  readonly productId: string
  readonly organisationId: string
  readonly email: string
  readonly language: 'nl' | 'en'
  readonly plate: Plate | null
  readonly unit: Unit
  /** Null where the whole balance is shared. */
  readonly left: Amount | null
  readonly running: number
  readonly planned: number
  readonly invitedAt: Temporal.Instant
  readonly mailedAt: Temporal.Instant
  readonly delegateId: string | null
  readonly acceptedAt: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
  readonly revokedBy: string | null
}

const delegations = (now: Temporal.Instant) => sql`
  select delegation.id, delegation.product_id as "productId",
         delegation.organisation_id as "organisationId", email, language,
         case when plate is not null then json_build_object('number', plate, 'country', country) end
           as plate,
         whole.unit, part.balance as "left", counts.running, counts.planned,
         invited_at as "invitedAt", mailed_at as "mailedAt", delegate_id as "delegateId",
         accepted_at as "acceptedAt", revoked_at as "revokedAt", revoked_by as "revokedBy"
    from delegations as delegation
    join ledger_accounts as whole on whole.product_id = delegation.product_id
    left join ledger_accounts as part on part.delegation_id = delegation.id
   cross join lateral (
         select count(*) filter (where starts_at <= ${now}) as running,
                count(*) filter (where starts_at > ${now}) as planned
           from parking_sessions
          where product_id = delegation.product_id and delegation_id = delegation.id
            and deleted_at is null and ends_at > ${now}
         ) as counts`

/** Those that a former holder gave, until they let the product go, are not shown to who holds it now. */
const givenByHolder = sql<boolean>`
  invited_at > coalesce(
    (select released_at from products where id = delegation.product_id), '-infinity')`

/** How long one that ended is still shown, with its sessions; after that nobody needs to know for whom it was. */
export const shownFor = { hours: 13 * 7 * 24 }

export async function listDelegations(
  db: Database,
  productId: string,
  now: Temporal.Instant,
): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    ${delegations(now)}
     where delegation.product_id = ${productId} and ${givenByHolder}
       and (revoked_at is null or revoked_at > ${now.subtract(shownFor)})
     order by revoked_at is not null, revoked_at desc, invited_at desc
     limit 200`.execute(db)
  return rows
}

export async function findDelegation(
  db: Database | Tx,
  { id, productId }: { readonly id: string; readonly productId: string },
  now: Temporal.Instant,
): Promise<Delegation | undefined> {
  const { rows } = await sql<Delegation>`
    ${delegations(now)}
     where delegation.id = ${id} and delegation.product_id = ${productId}`.execute(db)
  return rows[0]
}

/** The one by which somebody parks on a product now. */
export async function findDelegationOf(
  db: Database | Tx,
  { delegateId, productId }: { readonly delegateId: string; readonly productId: string },
  now: Temporal.Instant,
): Promise<Delegation | undefined> {
  const { rows } = await sql<Delegation>`
    ${delegations(now)}
     where delegate_id = ${delegateId} and delegation.product_id = ${productId}
       and revoked_at is null`.execute(db)
  return rows[0]
}

export type Crowd = {
  /** How many hold. */
  readonly count: number
  /** How many were given since a moment, whatever became of them. */
  readonly countSince: number
  /** Whether one that holds is for the address, or for somebody who has it. */
  readonly hasSame: boolean
}

export async function countDelegations(
  tx: Tx,
  { productId, email }: { readonly productId: string; readonly email: string },
  since: Temporal.Instant,
): Promise<Crowd> {
  const { rows } = await sql<Crowd>`
    select count(*) filter (where revoked_at is null) as count,
           count(*) filter (where invited_at > ${since}) as "countSince",
           coalesce(bool_or(revoked_at is null
                            and (delegation.email = ${email} or delegate.email = ${email})), false)
             as "hasSame"
      from delegations as delegation
      left join accounts as delegate on delegate.id = delegate_id
     where product_id = ${productId}`.execute(tx)
  const [crowd] = rows
  return crowd ?? { count: 0, countSince: 0, hasSame: false }
}

export type NewDelegation = Pick<
  Delegation,
  'id' | 'productId' | 'organisationId' | 'email' | 'language' | 'plate' | 'invitedAt'
>

export async function insertDelegation(tx: Tx, delegation: NewDelegation): Promise<void> {
  await tx
    .insertInto('delegations')
    .values({
      id: delegation.id,
      organisation_id: delegation.organisationId,
      product_id: delegation.productId,
      email: delegation.email,
      language: delegation.language,
      plate: delegation.plate?.number ?? null,
      country: delegation.plate?.country ?? null,
      invited_at: delegation.invitedAt,
      mailed_at: delegation.invitedAt,
    })
    .execute()
}

export async function updateMailedAt(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('delegations').set({ mailed_at: at }).where('id', '=', id).execute()
}

export async function updateAccepted(
  tx: Tx,
  id: string,
  { delegateId, at }: { readonly delegateId: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('delegations')
    .set({ delegate_id: delegateId, accepted_at: at })
    .where('id', '=', id)
    .execute()
}

/** A plate that nobody may park by it any more is kept no longer. */
export async function updateRevoked(
  tx: Tx,
  id: string,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('delegations')
    .set({ revoked_at: at, revoked_by: by, plate: null, country: null })
    .where('id', '=', id)
    .execute()
}

export type Invitation = {
  readonly productId: string
  readonly organisationId: string
  readonly holderId: string
  /** The address of who invites. */
  readonly by: string
  readonly plate: Plate | null
  /** Of the product. */
  readonly validUntil: Temporal.Instant
  readonly revoked: boolean
  readonly accepted: boolean
}

export async function findInvitation(
  db: Database | Tx,
  delegationId: string,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select product.id as "productId", product.organisation_id as "organisationId",
           holder.id as "holderId", holder.email as by,
           case when plate is not null then json_build_object('number', plate, 'country', country) end
             as plate,
           least(upper(product.valid), product.ended_at) as "validUntil",
           revoked_at is not null as revoked, accepted_at is not null as accepted
      from delegations as delegation
      join products as product on product.id = delegation.product_id
      join accounts as holder on holder.id = product.holder_id
     where delegation.id = ${delegationId}`.execute(db)
  return rows[0]
}

/** Somebody, by their account and by the address that an invitation may have gone to. */
export type Somebody = { readonly accountId: string; readonly email: string }

const isAbout = ({ accountId, email }: Somebody) => sql<boolean>`
  (delegate_id = ${accountId} or email = ${email}
   or product_id in (select id from products where holder_id = ${accountId}))`

/** Those that hold, of each product in turn: whoever ends several at once goes the same way. */
export async function listDelegationsAbout(
  tx: Tx,
  somebody: Somebody,
): Promise<{ readonly productId: string; readonly delegationId: string }[]> {
  return tx
    .selectFrom('delegations')
    .select(['product_id as productId', 'id as delegationId'])
    .where(isAbout(somebody))
    .where('revoked_at', 'is', null)
    .orderBy('product_id')
    .orderBy('id')
    .execute()
}

export async function forgetAddresses(tx: Tx, somebody: Somebody): Promise<void> {
  await tx
    .updateTable('delegations')
    .set({ email: closedAddress })
    .where(isAbout(somebody))
    .where('revoked_at', 'is not', null)
    .execute()
}

type Due = { readonly endedBy: Temporal.Instant; readonly limit: number }

/** How many lost their address; as many as `limit` means that there may be more. */
export async function forgetAddressesOfEnded(
  db: Database,
  { endedBy, limit }: Due,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update delegations
       set email = ${closedAddress}
     where id = any (array(
       select id
         from delegations
        where revoked_at <= ${endedBy} and email <> ${closedAddress}
        limit ${limit}
          for no key update skip locked
     ))`.execute(db)
  return Number(numAffectedRows)
}

/** All that were ever given on somebody's products since they hold them, or to them. */
export async function listHeldDelegations(
  db: Database,
  accountId: string,
  { way, now }: { readonly way: 'given' | 'received'; readonly now: Temporal.Instant },
): Promise<Delegation[]> {
  const whose =
    way === 'given'
      ? sql`delegation.product_id in (select id from products where holder_id = ${accountId})
            and ${givenByHolder}`
      : sql`delegate_id = ${accountId}`
  const { rows } = await sql<Delegation>`
    ${delegations(now)}
     where ${whose}
     order by invited_at, delegation.id`.execute(db)
  return rows
}
