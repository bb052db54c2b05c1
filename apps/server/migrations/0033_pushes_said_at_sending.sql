-- What a push tells of a session may change while the push waits: it keeps what it is about, and its
-- words are found when it is sent.
alter table push_messages
  alter column content drop not null,
  add column about json,
  add constraint push_says_or_is_about check (num_nonnulls(content, about) = 1);
