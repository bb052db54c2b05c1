-- A client of the 2Park protocol may show a personal access token in the place of the password. What
-- it is then signed in with opens what the token does, and ends with it.
alter table sign_ins
  add column access_token_id uuid references access_tokens on delete cascade,
  add constraint programs_speak_the_2park_protocol check (access_token_id is null or kind = 'twoPark');
create index sign_ins_of_access_token on sign_ins (access_token_id)
  where (access_token_id is not null);
