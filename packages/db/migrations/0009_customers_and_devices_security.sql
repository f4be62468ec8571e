-- Row-level security holds for the tables' owner too.
ALTER TABLE device_keys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE devices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE customer_guests FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE otp_requests FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON device_keys, devices, customers, customer_guests, otp_requests TO restai_app;
--> statement-breakpoint
-- People may have their data deleted.
GRANT DELETE ON customers, customer_guests, otp_requests TO restai_app;
--> statement-breakpoint
GRANT SELECT ON device_keys, devices, customers TO restai_definer;
--> statement-breakpoint
-- What a kitchen display (kds) and a terminal (pos) see and change of their own branch; of everything else, nothing.
DO $$
DECLARE rule record;
DECLARE here text := '(select current_setting(''app.actor_kind'', true)) = any (%L)
  and organization_id = (select nullif(current_setting(''app.organization_id'', true), '''')::uuid)
  and %I = (select nullif(current_setting(''app.branch_id'', true), '''')::uuid)';
BEGIN
  FOR rule IN
    SELECT * FROM (VALUES
      ('branches', '{kds,pos}'::text[], 'SELECT'),
      ('branches', '{kds}', 'UPDATE'),
      ('stations', '{kds}', 'SELECT'),
      ('menu_categories', '{kds}', 'SELECT'),
      ('dishes', '{kds}', 'SELECT'),
      ('dishes', '{kds}', 'UPDATE'),
      ('orders', '{kds,pos}', 'SELECT'),
      ('orders', '{kds,pos}', 'UPDATE'),
      ('order_lines', '{kds,pos}', 'SELECT'),
      ('order_lines', '{kds,pos}', 'UPDATE'),
      ('guests', '{kds,pos}', 'SELECT'),
      ('guests', '{pos}', 'UPDATE'),
      ('table_sessions', '{kds,pos}', 'SELECT'),
      ('table_sessions', '{pos}', 'UPDATE'),
      ('dining_tables', '{pos}', 'SELECT'),
      ('service_calls', '{pos}', 'SELECT'),
      ('service_calls', '{pos}', 'UPDATE')
    ) AS v(tab, kinds, verb)
  LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR %s TO restai_app USING (' || here || ')',
      rule.tab || '_device_' || lower(rule.verb), rule.tab, rule.verb, rule.kinds,
      CASE rule.tab WHEN 'branches' THEN 'id' ELSE 'branch_id' END);
  END LOOP;
END $$;
--> statement-breakpoint
-- A customer reads what was ordered from the own seats, in every branch of the organization, and has it forgotten.
CREATE POLICY branches_read_customer ON branches FOR SELECT TO restai_app USING (
  (select current_setting('app.actor_kind', true)) = 'customer'
  AND organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));
--> statement-breakpoint
DO $$
DECLARE rule record;
BEGIN
  FOR rule IN
    SELECT * FROM (VALUES
      ('orders', 'guest_id in (select g.guest_id from customer_guests g)'),
      ('order_lines', 'order_id in (select o.id from orders o)'),
      ('guests', 'id in (select g.guest_id from customer_guests g)')
    ) AS v(tab, own), (VALUES ('SELECT'), ('UPDATE')) AS w(verb)
  LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR %s TO restai_app USING (
      (select current_setting(''app.actor_kind'', true)) = ''customer''
      and organization_id = (select nullif(current_setting(''app.organization_id'', true), '''')::uuid)
      and %s)', rule.tab || '_customer_' || lower(rule.verb), rule.tab, rule.verb, rule.own);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_device_key(p_hashes text[])
RETURNS TABLE (key_id uuid, organization_id uuid, branch_id uuid, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.organization_id, k.branch_id, k.kind FROM device_keys k WHERE k.key_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
-- A device whose current refresh family this is; pairing it anew leaves the earlier family without a device.
CREATE FUNCTION app.find_device(p_device uuid, p_family uuid)
RETURNS TABLE (organization_id uuid, branch_id uuid, device_id uuid, kind text, name text, branch_name text,
  accent_hue real, accent_chroma real, logo text, revoked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.organization_id, d.branch_id, d.device_id, d.kind, d.name, b.name,
         b.accent_hue, b.accent_chroma, b.logo, d.revoked_at IS NOT NULL OR f.revoked_at IS NOT NULL
  FROM devices d
  JOIN token_families f ON f.id = d.family_id
  JOIN branches b ON b.organization_id = d.organization_id AND b.id = d.branch_id
  WHERE d.id = p_device AND f.id = p_family
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_customer(p_organization uuid, p_destination text)
RETURNS TABLE (customer_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.name FROM customers c WHERE c.organization_id = p_organization AND c.destination = p_destination
$$;
--> statement-breakpoint
DROP FUNCTION app.find_refresh_token(text[]);
--> statement-breakpoint
CREATE FUNCTION app.find_refresh_token(p_hashes text[])
RETURNS TABLE (token_hash text, family_id uuid, kind text, user_id uuid, guest_id uuid, device_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.token_hash, f.id, f.kind, f.user_id, f.guest_id, d.id
  FROM refresh_tokens r JOIN token_families f ON f.id = r.family_id
  LEFT JOIN devices d ON d.family_id = f.id
  WHERE r.token_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('find_device_key', 'find_device', 'find_customer', 'find_refresh_token') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f.name);
  END LOOP;
END $$;
