-- A session is kept for the history, and its plate for so many days after it ended and no longer.

-- Of a municipality that wants it shorter than the thirteen weeks of the law, its own number of days.
alter table organisations
  add column plate_days smallint not null default 91
    constraint plates_go_after_thirteen_weeks check (plate_days between 1 and 91);

-- Both or none: a session whose plate is forgotten has no country either.
alter table parking_sessions
  alter column plate drop not null,
  alter column country drop not null;

-- Holds sessions only until their plate is forgotten, so that finding those whose time has come costs
-- the same however long the history grows.
create index sessions_with_plate_by_end
    on parking_sessions (organisation_id, ends_at) where (plate is not null);
