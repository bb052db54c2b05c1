-- What a municipality gives for each balance period, and what becomes of what was not used.
create type unused_balance as enum ('lapses', 'carriesOver');

alter table product_types
  add column period_grant bigint check (period_grant > 0),
  add column unused_balance unused_balance,
  add constraint grant_is_for_a_period check (
    (period_grant is null) = (unused_balance is null)
    and (period_grant is null or balance_period is not null)
  );

-- Which period a product was given its balance for last, and when the next one begins.
create table product_periods (
  product_id       uuid primary key references products,
  starts_on        date not null,
  -- Null when the product ends before.
  next_starts_at   timestamptz
);
create index product_periods_due on product_periods (next_starts_at) where (next_starts_at is not null);
