-- A delegation with a plate ends by itself so long after its product was over: nobody revoked it then.
alter table delegations
  drop constraint revoked_by_somebody,
  add constraint who_revokes_has_a_moment check (revoked_by is null or revoked_at is not null);
