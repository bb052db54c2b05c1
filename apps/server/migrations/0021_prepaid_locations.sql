-- Prepaid parking (O2): one product, many locations, each at the tariff of its street.

-- The areas of which one is chosen for each session of a prepaid product.
create table product_type_areas (
  product_type_id   uuid not null references product_types,
  area_id           uuid not null references areas,
  primary key (product_type_id, area_id)
);

-- The register has rules of an area for visitors, and others for who pays in the street.
create type area_usage as enum ('visitors', 'paid');
alter table area_regulations add column usage area_usage not null default 'visitors';
alter table area_regulations
  alter column usage drop default,
  drop constraint area_has_one_regulation,
  add constraint area_has_one_regulation
    exclude using gist (area_id with =, usage with =, valid with &&);

-- Where one parked with a product that leaves the choice; null is in the product's own area. No
-- foreign key: each booking would lock the one row of its area.
alter table parking_sessions add column area_id uuid;
