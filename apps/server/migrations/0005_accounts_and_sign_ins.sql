-- Accounts with a language and an end, sign-ins with a name and rotating tokens, and what proves that
-- somebody reads their mail or let their computer work.

create type language as enum ('nl', 'en');

alter table accounts
  add column language language not null default 'nl',
  -- Null until it is changed for the first time.
  add column password_changed_at timestamptz,
  add column closed_at timestamptz,
  alter column email drop not null,
  alter column password_hash drop not null,
  -- Of a closed account nothing is left that leads to a person.
  add constraint closed_account_names_nobody check (
    (closed_at is null) = (email is not null) and (closed_at is null) = (password_hash is not null)
  );

-- A signed-in browser, by an id that one may name it by.
alter table sign_ins
  add column id uuid not null default gen_random_uuid(),
  add column is_remembered boolean not null default false,
  -- Of its user agent no more than tells one's own devices apart: Firefox, Linux.
  add column browser text,
  add column system text;

-- Its tokens, as their SHA-256. A remembered sign-in gets a new one every so often. The former one
-- holds until the new one is seen; if it is shown again later, one of the two was stolen.
create table sign_in_tokens (
  token_hash      bytea primary key,
  sign_in_id      uuid not null,
  issued_at       timestamptz not null,
  first_seen_at   timestamptz,
  replaced_at     timestamptz
);
insert into sign_in_tokens (token_hash, sign_in_id, issued_at, first_seen_at)
  select token_hash, id, created_at, seen_at from sign_ins;

alter table sign_ins
  drop column token_hash,
  alter column id drop default,
  add primary key (id);
alter table sign_in_tokens
  add foreign key (sign_in_id) references sign_ins on delete cascade;
create index tokens_of_sign_in on sign_in_tokens (sign_in_id);

-- What a mail leads back with, once: a new password, a new address.
create type account_token_purpose as enum ('passwordReset', 'emailChange');
create table account_tokens (
  token_hash      bytea primary key,
  account_id      uuid not null references accounts,
  purpose         account_token_purpose not null,
  -- The address that a change of address was sent to.
  email           text check (email = lower(email)),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  constraint token_is_the_latest unique (account_id, purpose),
  constraint token_of_a_change_has_an_address check ((purpose = 'emailChange') = (email is not null))
);
create index account_tokens_by_expiry on account_tokens (expires_at);

-- Proofs of work that were accepted, until they would not be anyway: each counts once.
create table spent_proofs (
  signature     bytea constraint proof_counts_once primary key,
  expires_at    timestamptz not null
);
create index spent_proofs_by_expiry on spent_proofs (expires_at);

-- What the processes on this database sign with; made when it is first needed.
create table signing_keys (
  purpose   text primary key,
  value     bytea not null
);
