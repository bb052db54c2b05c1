-- What somebody wants to know about a product they may park on, and which they no longer want to see.

create table balance_alarms (
  product_id          uuid not null references products,
  account_id          uuid not null references accounts,
  -- The balance that is watched: the product's, or one's part of it.
  ledger_account_id   uuid not null references ledger_accounts,
  threshold           bigint not null check (threshold > 0),
  set_at              timestamptz not null,
  -- When the balance was found below it; null from when it is no longer. So it rings once a crossing.
  rang_at             timestamptz,
  primary key (account_id, product_id)
);

-- An expired or blocked product, hidden from one of its users until it can be used again.
create table removed_products (
  account_id    uuid not null references accounts,
  product_id    uuid not null references products,
  removed_at    timestamptz not null,
  primary key (account_id, product_id)
);

-- The arms or logos of municipalities, each under the name of what is in it, so that a browser may
-- keep it for ever.
create table logos (
  name          text primary key check (name ~ '^[0-9a-f]{64}\.(svg|png)$'),
  content       bytea not null check (octet_length(content) <= 65536)
);
alter table organisations add column logo text references logos;

-- A delegate reads the sessions of their own, however many others the product has.
create index sessions_of_delegate_by_end
    on parking_sessions (product_id, started_by, ends_at)
 where (delegation_id is not null and deleted_at is null);
