-- A product whose holder closed their account is linked to nobody, so that it can be linked again.
update products set linked_at = null where holder_id is null and linked_at is not null;
