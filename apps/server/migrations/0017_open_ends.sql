-- A session for a temporary plate may be begun without an end (H1): it ends when it is stopped, and at
-- the latest with its product, which is the end that it has until then.
alter table parking_sessions add column open_ended boolean not null default false;
