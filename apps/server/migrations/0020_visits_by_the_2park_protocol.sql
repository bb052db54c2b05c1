-- What a client of the 2Park protocol asked for last, where a call of it goes on from there without
-- saying so: the history whose next page it wants, or mailed, and the payment that it asks about.
create table two_park_visits (
  sign_in_id        uuid primary key references sign_ins on delete cascade,
  history_of        uuid references products,
  -- When the first page was read, and the last entry there was: the pages after it are of that moment.
  sessions_as_of    timestamptz,
  entries_up_to     bigint,
  payment_id        uuid references payments,
  payment_of        uuid references products,
  constraint payment_is_of_a_product check (num_nulls(payment_id, payment_of) in (0, 2))
);
