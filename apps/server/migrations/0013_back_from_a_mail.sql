-- What a mail leads back with, once; and the product that one wants to start with.

drop table account_tokens;
drop type account_token_purpose;

-- Of an address and not of an account: asking is the same work for an address that nobody has.
create table password_resets (
  token_hash    bytea primary key,
  email         text not null check (email = lower(email)) constraint latest_reset_counts unique,
  expires_at    timestamptz not null
);
create index password_resets_by_expiry on password_resets (expires_at);

create table email_changes (
  token_hash    bytea primary key,
  account_id    uuid not null references accounts constraint latest_change_counts unique,
  -- The new one, which the mail went to.
  email         text not null check (email = lower(email)),
  expires_at    timestamptz not null
);
create index email_changes_by_expiry on email_changes (expires_at);

-- Without a row, one starts with the product used last.
create table start_products (
  account_id    uuid primary key references accounts,
  product_id    uuid not null references products
);
