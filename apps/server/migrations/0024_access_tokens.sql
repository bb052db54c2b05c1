-- Personal access tokens: what programs of somebody's own call the API with, and the secret address of
-- a calendar. A token is known by its hash only.
create type access_token_scope as enum ('read', 'park', 'calendar');

create table access_tokens (
  id              uuid primary key,
  account_id      uuid not null references accounts,
  name            text not null check (char_length(name) between 1 and 40),
  scope           access_token_scope not null,
  token_hash      bytea not null unique,
  -- The only one that it is for; without, it is for whatever its owner may park on.
  product_id      uuid references products,
  -- The most that parking by it costs in a day, in the product's unit.
  day_limit       bigint check (day_limit > 0),
  -- What it has cost on the day that it last cost anything.
  spent           bigint not null default 0 check (spent >= 0),
  spent_on        date,
  created_at      timestamptz not null,
  -- A calendar's address holds until it is revoked.
  expires_at      timestamptz,
  last_used_at    timestamptz,
  -- What a calendar said last, and since when it says so.
  feed_digest     bytea,
  feed_changed_at timestamptz,
  constraint day_limit_is_of_one_product check (
    day_limit is null or (scope = 'park' and product_id is not null)),
  constraint day_limit_holds check (spent <= day_limit),
  constraint calls_of_programs_expire check ((scope = 'calendar') = (expires_at is null))
);
create index access_tokens_of_account on access_tokens (account_id);

-- What a token with a limit paid for which session on which day, so that what comes back on that day
-- can be spent again.
create table access_token_spending (
  token_id           uuid not null references access_tokens on delete cascade,
  spent_on           date not null,
  -- Written before its session, in the same transaction.
  parking_session_id uuid not null references parking_sessions deferrable initially deferred,
  amount             bigint not null check (amount >= 0),
  primary key (token_id, spent_on, parking_session_id)
);
