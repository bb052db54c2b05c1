-- Which mails somebody wants of those that are theirs to choose; about the account itself all come.
alter table accounts add column balance_alarm_mails boolean not null default true;
