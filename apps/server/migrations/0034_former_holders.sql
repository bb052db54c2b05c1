-- What was on a product when its holder let it go is theirs: the next one sees nothing of it.
alter table products
  add column released_at timestamptz,
  -- Of its ledger account then: entries up to this number are the former holder's.
  add column released_version bigint,
  add constraint released_at_a_version check (num_nonnulls(released_at, released_version) in (0, 2));

-- When one was let go was not kept until now: it was before the latest link, or is not linked yet.
update products as product
   set released_at = coalesce(product.linked_at, now()),
       released_version = account.version
  from ledger_accounts as account
 where account.product_id = product.id
   and (product.holder_id is null and product.holder_email = 'closed.account@invalid'
        or (select count(*)
              from audit_entries
             where subject_id = product.id and action = 'productLinked') > 1);
