-- Replies kept for retries hold the guest's name and notes: a customer who is erased has them taken out.
GRANT UPDATE (body) ON idempotency_records TO restai_app;
--> statement-breakpoint
DO $$
DECLARE verb text;
BEGIN
  FOREACH verb IN ARRAY ARRAY['SELECT', 'UPDATE'] LOOP
    EXECUTE format('CREATE POLICY %I ON idempotency_records FOR %s TO restai_app USING (
      (select current_setting(''app.actor_kind'', true)) = ''customer''
      and organization_id = (select nullif(current_setting(''app.organization_id'', true), '''')::uuid)
      and actor_id in (select g.guest_id from customer_guests g))', 'idempotency_records_customer_' || lower(verb), verb);
  END LOOP;
END $$;
