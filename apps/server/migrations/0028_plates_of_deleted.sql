-- The plate of a planned session goes so long after it was deleted, however far ahead it was planned.
-- Holds deleted sessions only, until their plate is forgotten: a booking never writes here.
create index deleted_sessions_with_plate
    on parking_sessions (organisation_id, deleted_at) where (plate is not null and deleted_at is not null);
