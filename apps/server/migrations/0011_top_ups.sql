-- Buying balance: what a product type offers, the payments, and the bank of a demo.
alter type transfer_cause add value 'topUp';
-- A year of the product's own, from its first day.
alter type balance_period add value 'productYear';

create type top_up_cap_counts as enum ('price', 'balance');
create type payment_status as enum (
  'new', 'open', 'pending', 'paid', 'failed', 'cancelled', 'expired', 'mismatched'
);

create table top_up_options (
  id                uuid primary key,
  product_type_id   uuid not null references product_types,
  price_cents       bigint not null check (price_cents > 0),
  -- In the type's unit.
  gives             bigint not null check (gives > 0),
  constraint top_up_option_once unique (product_type_id, price_cents, gives)
);

-- The most that may be topped up in a balance period: counted in what is paid, or in what it gives.
alter table product_types
  add column top_up_cap bigint check (top_up_cap > 0),
  add column top_up_cap_counts top_up_cap_counts,
  add constraint top_up_cap_counts_something check ((top_up_cap is null) = (top_up_cap_counts is null));

-- What was ordered stays as it was, whatever the type offers later.
create table payments (
  id                uuid primary key,
  organisation_id   uuid not null,
  product_id        uuid not null,
  account_id        uuid not null references accounts,
  price_cents       bigint not null check (price_cents > 0),
  gives             bigint not null check (gives > 0),
  language          text not null check (language in ('nl', 'en')),
  status            payment_status not null,
  -- What the provider calls it, and where its holder pays.
  provider_id       text constraint provider_payment_once unique,
  checkout_url      text,
  -- What was refunded and charged back, and how much balance went with it.
  returned_cents    bigint not null default 0 check (returned_cents between 0 and price_cents),
  taken_back        bigint not null default 0 check (taken_back between 0 and gives),
  -- How much of that the product no longer had, so that the municipality's corrections bore it.
  shortfall         bigint not null default 0 check (shortfall >= 0),
  -- Counts the times that money went back or came again, so that each has a name in the ledger.
  returns           integer not null default 0,
  created_at        timestamptz not null,
  checked_at        timestamptz,
  ended_at          timestamptz,
  foreign key (organisation_id, product_id) references products (organisation_id, id)
);
create index payments_of_product on payments (product_id, created_at);
create index payments_unfinished on payments (created_at) where (status in ('new', 'open', 'pending'));

-- The bank of a demo, which takes no money. Never used in production.
create table sandbox_payments (
  id               text primary key,
  payment_id       uuid not null constraint sandbox_payment_once unique,
  amount_cents     bigint not null,
  description      text not null,
  language         text not null,
  return_url       text not null,
  status           payment_status not null,
  expires_at       timestamptz not null
);
