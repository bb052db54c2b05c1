-- The second step at signing in: authenticator apps, recovery codes, passkeys.

-- What an authenticator app counts its codes from (RFC 6238).
create table authenticator_apps (
  account_id       uuid primary key references accounts,
  -- Sealed with a key that is not in this database.
  sealed_secret    bytea not null,
  -- The step of time whose code was used last: each code counts once.
  last_used_step   bigint not null,
  created_at       timestamptz not null,
  -- Until a code has confirmed it, it is asked of nobody.
  confirmed_at     timestamptz
);

-- As argon2id hashes under the salt of their set. A code that is used goes.
create table recovery_codes (
  account_id   uuid not null references accounts,
  code_hash    bytea not null,
  salt         bytea not null,
  primary key (account_id, code_hash)
);

create table passkeys (
  id              uuid primary key,
  account_id      uuid not null references accounts,
  credential_id   text not null constraint passkey_added_once unique,
  public_key      bytea not null,
  -- Rises with each use where what keeps the passkey counts; otherwise it stays 0.
  use_count       bigint not null check (use_count >= 0),
  transports      text[] not null,
  name            text not null check (char_length(name) between 1 and 40),
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create index passkeys_of_account on passkeys (account_id);

-- What a passkey has to sign, once; kept as its SHA-256.
create type passkey_purpose as enum ('add', 'signIn');
create table passkey_challenges (
  challenge_hash   bytea primary key,
  purpose          passkey_purpose not null,
  -- Whose passkey it must be; anyone's where nobody has said yet who they are.
  account_id       uuid references accounts,
  expires_at       timestamptz not null,
  constraint passkey_is_added_to_an_account check (purpose <> 'add' or account_id is not null)
);
create index passkey_challenges_by_expiry on passkey_challenges (expires_at);

-- A right password, waiting for the second step. The token itself is in the browser only.
create table pending_sign_ins (
  token_hash      bytea primary key,
  account_id      uuid not null references accounts,
  is_remembered   boolean not null,
  tries           integer not null default 0,
  expires_at      timestamptz not null
);
create index pending_sign_ins_by_expiry on pending_sign_ins (expires_at);

-- When the person last showed again who they are; null for not since they signed in.
alter table sign_ins add column confirmed_at timestamptz;
