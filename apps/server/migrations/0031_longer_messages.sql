-- Who asked for time reads messages for longer, and may take a stop back for longer (WCAG 2.2.1).
alter table accounts add column longer_messages boolean not null default false;
