-- Permit shops: where products are bought, and what they are told.

-- What a municipality calls its shop: E-Loket, or P-Loket.
alter table organisations add column permit_shop_name text not null default 'E-Loket';

create table permit_shops (
  id                uuid primary key,
  organisation_id   uuid not null references organisations,
  name              text not null,
  -- The token itself was shown once, to who made it; here is its SHA-256.
  token_hash        bytea not null constraint permit_shop_token_once unique,
  -- Where it is told of what happens to its products, and what we sign that with.
  webhook_address   text,
  webhook_secret    text,
  created_at        timestamptz not null default now(),
  constraint webhook_is_signed check (num_nonnulls(webhook_address, webhook_secret) <> 1)
);
create index permit_shops_of_organisation on permit_shops (organisation_id);

-- What a shop is told, until it has taken it or we give up.
create table webhook_messages (
  id               uuid primary key,
  permit_shop_id   uuid not null references permit_shops,
  -- As it is signed and sent, to the letter.
  body             text not null,
  created_at       timestamptz not null,
  tries            integer not null default 0,
  -- Absent once it was taken, or was tried for the last time.
  next_try_at      timestamptz,
  delivered_at     timestamptz,
  last_error       text,
  constraint delivered_is_not_tried_again check (delivered_at is null or next_try_at is null)
);
create index webhook_messages_to_try on webhook_messages (next_try_at) where (next_try_at is not null);
create index webhook_messages_of_shop on webhook_messages (permit_shop_id);

-- The balance that a product begins with, in the type's unit.
alter table product_types add column first_grant bigint check (first_grant > 0);

alter table products
  add column issued_by uuid references permit_shops,
  add column issued_at timestamptz,
  add column language text check (language in ('nl', 'en')),
  add column linked_at timestamptz,
  add column ended_at timestamptz,
  -- How many rights were bought with it, as the shop says.
  add column rights_quantity integer check (rights_quantity > 0),
  add constraint shop_says_when_and_in_which_language check (
    num_nonnulls(issued_by, issued_at, language) in (0, 3)
  );
create index products_of_shops on products (organisation_id, number) where (issued_by is not null);

-- The plates that a product was issued for.
create table product_plates (
  product_id   uuid not null references products,
  plate        plate_number not null,
  country      country_sign not null,
  constraint product_has_plate_once primary key (product_id, plate, country)
);

-- A caller is an account or a permit shop; its keys last a day, and need no row to refer to.
alter table idempotency_keys rename column account_id to caller_id;
alter table idempotency_keys drop constraint idempotency_keys_account_id_fkey;

-- Who did it, where it was no person.
alter table audit_entries add column permit_shop_id uuid;
