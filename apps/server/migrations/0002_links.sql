-- Links that open something once, for whoever has the mail that they were sent in; and products that
-- wait for such a link to be opened before they have a holder.
create type link_purpose as enum ('product');
-- A mailed link and one that the shop opens by itself live side by side.
create type link_way as enum ('mail', 'direct');

-- The token itself is only in the link; here is its SHA-256.
create table links (
  token_hash      bytea primary key,
  purpose         link_purpose not null,
  -- What it opens: a product. No foreign key: the purpose says in which table.
  subject_id      uuid not null,
  way             link_way not null,
  email           text not null check (email = lower(email)),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  superseded_at   timestamptz
);
-- A new link of a subject takes the place of the former.
create unique index link_lives_once on links (subject_id, purpose, way)
  where used_at is null and superseded_at is null;
create index links_by_expiry on links (expires_at);

alter table products
  alter column holder_id drop not null,
  -- Where the shop knows the holder by; the link went there.
  add column holder_email text check (holder_email = lower(holder_email)),
  add constraint product_has_holder_or_address check (num_nonnulls(holder_id, holder_email) > 0);
