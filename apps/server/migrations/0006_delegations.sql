-- Delegations: someone else parks on a product, with a part of its balance or with all of it.
create type delegation_rule as enum ('notAllowed', 'plateOptional', 'plateRequired');
alter table product_types add column delegations delegation_rule not null default 'notAllowed';

create table delegations (
  id                uuid primary key,
  organisation_id   uuid not null,
  product_id        uuid not null,
  -- Where the invitation went.
  email             text not null check (email = lower(email)),
  language          text not null,
  -- The only one that may be parked, where the holder chose it.
  plate             plate_number,
  country           country_sign,
  invited_at        timestamptz not null,
  mailed_at         timestamptz not null,
  -- Whoever accepted it, with whatever address.
  delegate_id       uuid references accounts,
  accepted_at       timestamptz,
  revoked_at        timestamptz,
  -- The holder, or the delegate who left.
  revoked_by        uuid references accounts,
  foreign key (organisation_id, product_id) references products (organisation_id, id),
  constraint plate_has_a_country check (num_nulls(plate, country) in (0, 2)),
  constraint accepted_by_somebody check (num_nulls(delegate_id, accepted_at) in (0, 2)),
  constraint revoked_by_somebody check (num_nulls(revoked_at, revoked_by) in (0, 2))
);
create index delegations_of_product on delegations (product_id);
create index delegations_of_delegate on delegations (delegate_id);
create unique index address_delegated_once on delegations (product_id, email) where (revoked_at is null);
create unique index person_delegated_once on delegations (product_id, delegate_id) where (revoked_at is null);

alter type link_purpose add value 'delegation';

-- The part of a balance that was given to a delegate is kept on an account of its own.
alter type ledger_account_kind add value 'delegation';
alter type transfer_cause add value 'delegation';
alter table ledger_accounts
  add column delegation_id uuid references delegations,
  add constraint delegation_has_one_account unique (delegation_id),
  drop constraint balance_is_kept_of_products,
  -- A kind that was added in this transaction can't be named in it: it is the one that is left.
  add constraint balance_is_kept_of_products_and_delegations check (
    (kind = 'product') = (product_id is not null)
    and (kind in ('sales', 'usage', 'grants', 'corrections')) = (num_nonnulls(product_id, delegation_id) = 0)
    and num_nonnulls(product_id, delegation_id) = num_nonnulls(balance)
    and num_nonnulls(balance) = num_nonnulls(version)
  ),
  drop constraint organisation_account_once,
  add constraint organisation_account_once
    unique nulls not distinct (organisation_id, kind, unit, product_id, delegation_id);

-- By which delegation it was booked; none, where it is the holder's own.
alter table parking_sessions add column delegation_id uuid references delegations;

-- Who may park on what, with which plate only, and from which ledger account. A holder on their own
-- product; a delegate on another's, by the delegation that holds or else the one that ended last.
create view entitlements as
select product.id as product_id,
       product.holder_id as account_id,
       null::uuid as delegation_id,
       null::text as plate,
       null::text as country,
       null::timestamptz as revoked_at,
       account.id as ledger_account_id,
       true as shares_balance
  from products as product
  join ledger_accounts as account on account.product_id = product.id
 union all
select delegation.product_id,
       delegation.delegate_id,
       delegation.id,
       delegation.plate,
       delegation.country,
       delegation.revoked_at,
       coalesce(own.id, account.id),
       own.id is null
  from (
        select distinct on (product_id, delegate_id) *
          from delegations
         where delegate_id is not null
         order by product_id, delegate_id, revoked_at desc
       ) as delegation
  join ledger_accounts as account on account.product_id = delegation.product_id
  left join ledger_accounts as own on own.delegation_id = delegation.id;
