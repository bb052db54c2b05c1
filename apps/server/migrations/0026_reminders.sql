-- Telling people in time: what they chose, where their browsers are reached, and what they were told.

-- Only what differs from what everybody begins with; the view below says what that is.
create table notification_choices (
  account_id   uuid not null references accounts,
  kind         text not null,
  by_mail      boolean not null,
  by_push      boolean not null,
  primary key (account_id, kind)
);
insert into notification_choices (account_id, kind, by_mail, by_push)
select id, 'balanceAlarm', false, true from accounts where not balance_alarm_mails;

alter table accounts
  drop column balance_alarm_mails,
  -- A push appears on a screen that is locked: it names a plate only where somebody chose so.
  add column plates_in_pushes boolean not null default false;

create view notification_wishes as
select person.id as account_id,
       usual.kind,
       coalesce(choice.by_mail, usual.by_mail) as by_mail,
       coalesce(choice.by_push, true) as by_push
  from accounts as person
 cross join (values ('endsSoon', false), ('ended', false), ('stillRunning', false), ('begun', false),
                    ('balanceAlarm', true), ('delegateStarted', false)) as usual (kind, by_mail)
  left join notification_choices as choice on choice.account_id = person.id and choice.kind = usual.kind;

-- A browser that asked for pushes: gone with its sign-in, and of whoever signed in there last.
create table push_subscriptions (
  sign_in_id   uuid primary key references sign_ins on delete cascade,
  endpoint     text not null constraint browser_subscribes_once unique,
  p256dh       text not null,
  auth         text not null,
  created_at   timestamptz not null
);

-- Pushes on their way. A row goes when it was delivered, given up or overtaken by time.
create table push_messages (
  id            uuid primary key,
  sign_in_id    uuid not null references push_subscriptions on delete cascade,
  content       json not null,
  next_try_at   timestamptz not null,
  tries         integer not null default 0,
  expires_at    timestamptz not null
);
create index push_messages_by_try on push_messages (next_try_at);
create index push_messages_of_subscription on push_messages (sign_in_id);

-- A turn of a session that somebody wants to hear of, from when it comes near. It is about that turn
-- and no other: a session that is extended or stopped has another end, and so another reminder.
create table reminders (
  session_id   uuid not null references parking_sessions,
  kind         text not null,
  turn_at      timestamptz not null,
  due_at       timestamptz not null,
  done_at      timestamptz,
  primary key (session_id, kind, turn_at)
);
create index reminders_due on reminders (due_at) where (done_at is null);
create index reminders_by_turn on reminders (turn_at);
