-- A type gives balance once, when a product begins, or by period; not both, which nobody could explain.
alter table product_types
  add constraint given_once_or_by_period check (first_grant is null or period_grant is null);

-- The register's `resetdurationtimeframe`, whose meaning it doesn't publish: kept as it came, and not used.
alter table time_frames add column reset_minutes integer check (reset_minutes > 0);
