-- Municipalities with their areas and regulations, people, products, and the ledger and parking
-- sessions on them. Every promise that two requests could break is a constraint, named for it.
create extension if not exists btree_gist;

-- Types instead of checks: a check is read and prepared anew by every statement that writes.
create type unit as enum ('money', 'time', 'count');
create type paid_minutes_count as enum ('perDay', 'perSession');
create type product_kind as enum ('visitor');
create type balance_period as enum ('month', 'quarter', 'year');
create type ledger_account_kind as enum ('product', 'sales', 'usage', 'grants', 'corrections');
create type transfer_cause as enum ('session', 'grant', 'correction');
create domain plate_number as text check (value ~ '^[A-Z0-9]{1,25}$');
create domain country_sign as text check (value ~ '^[A-Z]{1,3}$');

-- Municipalities ---------------------------------------------------------------------------------

create table organisations (
  id              uuid primary key,
  slug            text not null constraint organisation_slug_once unique,
  name            text not null,
  brand           text not null,
  time_zone       text not null,
  helpdesk_name   text not null,
  helpdesk_phone  text not null,
  -- Counts the changes of anything that prices parking, so that a process knows when to read anew.
  rules_revision  bigint not null default 1
);

create table areas (
  id                  uuid primary key,
  organisation_id     uuid not null references organisations,
  code                text not null,
  name                text not null,
  paid_minutes_count  paid_minutes_count not null default 'perDay',
  constraint area_code_once unique (organisation_id, code)
);

create table regulations (
  id                 uuid primary key,
  organisation_id    uuid not null references organisations,
  code               text not null,
  description        text not null,
  valid              daterange not null,
  maximum_per_day    numeric(12, 8),
  constraint regulation_code_once unique (organisation_id, code)
);

-- Which regulation holds in an area over which dates.
create table area_regulations (
  area_id         uuid not null references areas,
  regulation_id   uuid not null references regulations,
  valid           daterange not null,
  constraint area_has_one_regulation exclude using gist (area_id with =, valid with &&)
);

create table time_frames (
  regulation_id               uuid not null references regulations,
  position                    integer not null,
  weekday                     smallint check (weekday between 1 and 7),
  special_day                 text,
  valid                       daterange not null,
  from_minute                 smallint not null check (from_minute between 0 and 1439),
  until_minute                smallint not null check (until_minute between 1 and 2879),
  right_possible              boolean not null,
  fare_code                   text,
  longest_stay_minutes        integer check (longest_stay_minutes > 0),
  least_interruption_minutes  integer check (least_interruption_minutes > 0),
  primary key (regulation_id, position),
  constraint frame_is_of_one_day_type check (num_nonnulls(weekday, special_day) = 1),
  constraint frame_ends_after_it_begins check (until_minute > from_minute)
);

create table fares (
  id                uuid primary key,
  organisation_id   uuid not null references organisations,
  code              text not null,
  description       text not null,
  constraint fare_code_once unique (organisation_id, code)
);

create table fare_parts (
  fare_id          uuid not null references fares,
  position         integer not null,
  valid            daterange not null,
  from_minute      integer not null check (from_minute >= 0),
  until_minute     integer,
  step_minutes     integer not null check (step_minutes > 0),
  amount_per_step  numeric(12, 8) not null check (amount_per_step >= 0),
  primary key (fare_id, position),
  constraint part_ends_after_it_begins check (until_minute > from_minute)
);

create table special_days (
  organisation_id   uuid not null references organisations,
  on_date           date not null,
  name              text not null,
  primary key (organisation_id, on_date, name)
);

-- People -----------------------------------------------------------------------------------------

create table accounts (
  id              uuid primary key,
  email           text not null check (email = lower(email)),
  password_hash   text not null,
  created_at      timestamptz not null,
  constraint account_email_once unique (email)
);

-- A signed-in browser. The token itself is only in the cookie; here is its SHA-256.
create table sign_ins (
  token_hash     bytea primary key,
  account_id     uuid not null references accounts,
  created_at     timestamptz not null,
  seen_at        timestamptz not null,
  expires_at     timestamptz not null
);
create index sign_ins_of_account on sign_ins (account_id);
create index sign_ins_by_expiry on sign_ins (expires_at);

-- Tries counted per key (an address, an account) and window of time.
create table rate_limits (
  key             text not null,
  window_starts   timestamptz not null,
  tries           integer not null,
  primary key (key, window_starts)
);

-- Products ---------------------------------------------------------------------------------------

create table product_types (
  id                        uuid primary key,
  organisation_id           uuid not null references organisations,
  code                      text not null,
  name                      text not null,
  kind                      product_kind not null,
  unit                      unit not null,
  -- The visitor fare, where the municipality has one; otherwise the area's own fares hold.
  own_fare_id               uuid references fares,
  end_of_day_deactivation   boolean not null,
  extension_allowed         boolean not null,
  max_duration_seconds      integer check (max_duration_seconds > 0),
  max_concurrent            integer check (max_concurrent > 0),
  max_days_ahead            integer not null check (max_days_ahead between 0 and 366),
  balance_period            balance_period,
  constraint product_type_code_once unique (organisation_id, code)
);

create table products (
  id                uuid primary key,
  organisation_id   uuid not null references organisations,
  product_type_id   uuid not null references product_types,
  area_id           uuid not null references areas,
  holder_id         uuid not null references accounts,
  number            bigint not null,
  valid             tstzrange not null,
  blocked_at        timestamptz,
  last_used_at      timestamptz,
  constraint product_number_once unique (organisation_id, number),
  constraint product_is_of_its_organisation unique (organisation_id, id)
)
-- Room on each page to mark the product used beside its old row, without touching an index.
with (fillfactor = 70);
create index products_of_holder on products (holder_id);

-- The ledger -------------------------------------------------------------------------------------

create table ledger_accounts (
  id                uuid primary key,
  organisation_id   uuid not null references organisations,
  kind              ledger_account_kind not null,
  unit              unit not null,
  product_id        uuid references products,
  -- The running balance and the number of entries, of a product's account only: an organisation's
  -- own accounts take part in every booking, and a running balance there would make all wait.
  balance           bigint,
  version           bigint,
  constraint balance_is_kept_of_products check (
    (kind = 'product') = (product_id is not null)
    and (kind = 'product') = (balance is not null)
    and (kind = 'product') = (version is not null)
  ),
  constraint balance_never_below_zero check (balance >= 0),
  constraint product_has_one_account unique (product_id),
  constraint organisation_account_once unique nulls not distinct (organisation_id, kind, unit, product_id)
)
-- Room on each page to write a balance beside the old one, without touching an index.
with (fillfactor = 50);

create table transfers (
  id                uuid primary key,
  -- No foreign key: each booking would lock the one row of its municipality, and all would queue
  -- for it.
  organisation_id   uuid not null,
  cause             transfer_cause not null,
  cause_id          uuid not null,
  -- Which step of its cause it is, so that the same step is never taken twice.
  step              text not null,
  reverses_id       uuid references transfers,
  occurred_at       timestamptz not null,
  recorded_at       timestamptz not null default now(),
  constraint transfer_happens_once unique (cause_id, step)
);

-- Append only. The entries of one transfer sum to zero.
create table ledger_entries (
  transfer_id     uuid not null references transfers,
  -- No foreign key: each booking would lock the one row of its municipality's usage account.
  account_id      uuid not null,
  amount          bigint not null check (amount <> 0),
  -- Of a product's account: the balance after this entry, and the number of the entry.
  balance_after   bigint check (balance_after >= 0),
  version         bigint,
  primary key (transfer_id, account_id),
  constraint entries_of_an_account_are_numbered unique (account_id, version)
);

-- Parking sessions -------------------------------------------------------------------------------

create table parking_sessions (
  id                uuid primary key,
  organisation_id   uuid not null,
  product_id        uuid not null,
  started_by        uuid not null references accounts,
  plate             plate_number not null,
  country           country_sign not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null,
  cost              bigint not null check (cost >= 0),
  -- Counts the changes, so that each has a name of its own in the ledger.
  revision          integer not null default 1,
  recorded_at       timestamptz not null default now(),
  deleted_at        timestamptz,
  -- Through its product to its municipality, without a lock on the municipality's one row.
  foreign key (organisation_id, product_id) references products (organisation_id, id),
  constraint session_does_not_end_before_it_starts check (ends_at >= starts_at),
  constraint plate_parked_once exclude using gist (
    product_id with =, plate with =, country with =, tstzrange(starts_at, ends_at) with &&
  ) where (deleted_at is null)
);
create index sessions_of_product_by_end on parking_sessions (product_id, ends_at) where (deleted_at is null);

create table favourites (
  id            uuid primary key,
  product_id    uuid not null references products,
  plate         plate_number not null,
  country       country_sign not null,
  name          text not null check (char_length(name) between 1 and 10),
  created_at    timestamptz not null,
  constraint favourite_plate_once unique (product_id, plate, country)
);

-- What was done, and what was answered -----------------------------------------------------------

-- Who changed what, and when; never a plate.
create table audit_entries (
  id                uuid primary key,
  -- No foreign keys: an entry outlives what it names, and keeps nobody waiting.
  organisation_id   uuid,
  account_id        uuid,
  action            text not null,
  subject_id        uuid,
  occurred_at       timestamptz not null,
  recorded_at       timestamptz not null default now()
);
create index audit_of_organisation on audit_entries (organisation_id, occurred_at);

-- The answer to a writing call, kept in the transaction of its effect: a retry finds it again.
create table idempotency_keys (
  account_id    uuid not null references accounts,
  key           text not null,
  fingerprint   bytea not null,
  status        smallint not null,
  body          json not null,
  created_at    timestamptz not null,
  -- Whoever comes second with a key fails here, has no effect, and reads the first answer.
  constraint answer_kept_once primary key (account_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
