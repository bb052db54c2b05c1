-- The other kinds of product beside the visitor's, and which plate of a resident product is active.

-- What is added to a type can't be named in the transaction that adds it, so nothing here does.
alter type product_kind add value 'temporaryPlate';
alter type product_kind add value 'plateSwitch';
alter type product_kind add value 'prepaid';
alter type product_kind add value 'pool';
-- Of what has no balance; its ledger account only counts versions.
alter type unit add value 'none';

-- Which plate of a resident product was active when; the one without an end is still. Kept, so that
-- what held at a past moment can be told, as long as the plate may be kept.
create table active_plates (
  product_id   uuid not null references products,
  plate        plate_number not null,
  country      country_sign not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz,
  constraint one_plate_is_active_at_a_time exclude using gist (
    product_id with =, tstzrange(starts_at, ends_at) with &&
  )
);
create unique index one_plate_is_active on active_plates (product_id) where (ends_at is null);
create index active_plates_by_plate on active_plates (plate, country);
create index active_plates_by_end on active_plates (ends_at) where (ends_at is not null);

-- Enforcement asks by plate.
create index sessions_of_plate on parking_sessions (plate, country, ends_at)
  where (plate is not null and deleted_at is null);
