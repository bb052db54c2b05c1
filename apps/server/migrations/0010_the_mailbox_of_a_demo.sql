-- Where mails go in a demo without a mail server; in production nothing is ever written here.
create table demo_mails (
  -- The outbox's.
  id            uuid primary key,
  recipient     text not null,
  subject       text not null,
  text          text not null,
  html          text not null,
  attachments   json not null,
  received_at   timestamptz not null
);
create index demo_mails_by_age on demo_mails (received_at);
