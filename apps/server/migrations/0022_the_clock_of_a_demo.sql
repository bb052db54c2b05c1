-- How far the clock of a demo is ahead of the real one; in production nothing is ever written here.
create table demo_clock (
  one        boolean primary key default true check (one),
  ahead_ms   bigint not null check (ahead_ms >= 0)
);
