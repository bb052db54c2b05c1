-- A booking reads without a lock and writes if the product's account still has the version it read.
-- So the version counts every change that a decision rests on, and a booking touches fewer rows.

-- The entries of one step of one cause are a transfer: it needs no row of its own beside them.
alter table ledger_entries
  add column organisation_id uuid,
  add column cause transfer_cause,
  add column cause_id uuid,
  add column step text,
  add column occurred_at timestamptz,
  add column recorded_at timestamptz not null default now();

update ledger_entries as entry
   set organisation_id = transfer.organisation_id,
       cause = transfer.cause,
       cause_id = transfer.cause_id,
       step = transfer.step,
       occurred_at = transfer.occurred_at,
       recorded_at = transfer.recorded_at
  from transfers as transfer
 where transfer.id = entry.transfer_id;

drop table transfers cascade;

alter table ledger_entries
  -- No foreign key: each booking would lock the one row of its municipality, and all would queue
  -- for it.
  alter column organisation_id set not null,
  alter column cause set not null,
  alter column cause_id set not null,
  alter column step set not null,
  alter column occurred_at set not null,
  drop constraint ledger_entries_pkey,
  drop column transfer_id,
  drop constraint entries_of_an_account_are_numbered,
  -- The same step of a cause is never taken twice.
  add constraint transfer_happens_once primary key (cause_id, step, account_id);

-- Of a product's account; the entries of a municipality's own have no number.
create unique index entries_of_an_account_are_numbered
    on ledger_entries (account_id, version) where (version is not null);

-- The account is written by each booking as it is: when it was last booked on stands there too.
alter table ledger_accounts add column booked_at timestamptz;
update ledger_accounts as account
   set booked_at = product.last_used_at
  from products as product
 where product.id = account.product_id;

alter table products drop column last_used_at;
alter table products reset (fillfactor);

-- Who started it is written once and read by eye; its account stays, closed, as long as the session.
alter table parking_sessions drop constraint parking_sessions_started_by_fkey;
