-- What a session was before it was stopped, so that a stop by mistake can be taken back.
alter table parking_sessions
  add column stopped_end timestamptz,
  add column stopped_cost bigint,
  add constraint stop_is_known_whole check (num_nulls(stopped_end, stopped_cost) in (0, 2));
