-- The logo that comes with a municipality's mails: few mail programs show a drawing, so it is a PNG.
alter table organisations
  add column mail_logo text references logos constraint mail_logo_is_a_png check (mail_logo like '%.png');
