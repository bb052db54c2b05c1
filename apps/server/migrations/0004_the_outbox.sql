-- Mails that are to be sent, written in the transaction of what they tell about.
create table outbox (
  -- Also the mail's Message-ID, so that a mail that came twice is seen to be the same.
  id                uuid primary key,
  -- No foreign key: a mail keeps nobody waiting for its municipality's row.
  organisation_id   uuid,
  kind              text not null,
  language          text not null check (language in ('nl', 'en')),
  -- To whom, and with what to say: forgotten once it is sent.
  recipient         text,
  content           json,
  created_at        timestamptz not null,
  next_try_at       timestamptz not null,
  tries             integer not null default 0,
  sent_at           timestamptz,
  given_up_at       timestamptz,
  last_error        text,
  constraint mail_is_forgotten_once_sent check (
    num_nonnulls(recipient, content) = case when sent_at is null then 2 else 0 end
  )
);
create index outbox_by_next_try on outbox (next_try_at) where (sent_at is null and given_up_at is null);
create index outbox_by_age on outbox (created_at);
