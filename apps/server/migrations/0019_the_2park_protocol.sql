-- Clients of the commercial 2Park speak with us too, if a municipality lets them.

-- The three letters that its products and locations are named by there, and whether it takes part.
alter table organisations
  add column two_park_code text constraint two_park_code_once unique
    check (two_park_code ~ '^[A-Z]{3}$'),
  add column two_park_open boolean not null default false,
  add constraint open_by_a_code check (not two_park_open or two_park_code is not null);

-- What a sign-in is for: our own apps, or the clients of that protocol. Neither opens the other.
create type sign_in_kind as enum ('app', 'twoPark');
alter table sign_ins add column kind sign_in_kind not null default 'app';
