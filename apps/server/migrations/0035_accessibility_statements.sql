-- Where a municipality says how accessible it is, and where one reports what does not work (WCAG, EN 301 549).
alter table organisations
  add column accessibility_statement text check (accessibility_statement like 'https://%'),
  add column accessibility_email text;
