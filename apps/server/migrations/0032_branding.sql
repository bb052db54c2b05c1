-- What a municipality looks like is data: the tokens that it fills otherwise than the theme. They were a
-- sheet of the app by the name of its brand, and only the towns of the demo had any.
alter table organisations
  add column brand_tokens jsonb,
  -- Counts the changes of name, logos and tokens, so that nobody overwrites what they have not seen.
  add column branding_version integer not null default 1;

update organisations
   set brand_tokens = looks.tokens
  from (values
         ('heuvelrade', '{
            "basis-color-accent-1-bg-default": "#741236",
            "basis-color-accent-1-color-default": "#ffffff",
            "basis-color-action-1-bg-default": "#9c1d4b",
            "basis-color-action-1-inverse-color": "#ffffff",
            "basis-color-action-1-color-default": "#9c1d4b",
            "basis-color-action-1-bg-hover": "#741236",
            "basis-color-action-1-bg-subtle": "#fbecf2",
            "basis-color-action-1-border-subtle": "#e9bccd",
            "strip-paid-bg": "#efcfdc",
            "basis-border-radius-md": "6px",
            "basis-border-radius-lg": "8px"}'::jsonb),
         ('zilverdijk', '{
            "basis-color-accent-1-bg-default": "#17494d",
            "basis-color-accent-1-color-default": "#ffffff",
            "basis-color-action-1-bg-default": "#0f6a70",
            "basis-color-action-1-inverse-color": "#ffffff",
            "basis-color-action-1-color-default": "#0f6a70",
            "basis-color-action-1-bg-hover": "#0b5055",
            "basis-color-action-1-bg-subtle": "#e4f3f3",
            "basis-color-action-1-border-subtle": "#aed6d8",
            "strip-paid-bg": "#c3e2e3",
            "basis-border-radius-md": "20px",
            "basis-border-radius-lg": "22px"}'::jsonb)
       ) as looks (brand, tokens)
 where organisations.brand = looks.brand;

alter table organisations drop column brand;
