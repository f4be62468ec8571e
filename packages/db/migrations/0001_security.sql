-- Row-level security holds for the tables' owner too.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
-- Nobody shadows a table with a temporary one.
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
--> statement-breakpoint
CREATE SCHEMA app;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, app TO restai_app, restai_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  organizations, branches, opening_hours, memberships, order_counters, tax_rates, stations, menu_categories, dishes,
  dish_allergens, modifier_groups, dish_modifier_groups, modifier_options, option_allergens, dining_tables,
  table_sessions, guests, service_calls, orders, order_lines, token_families, refresh_tokens
TO restai_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON idempotency_records TO restai_app;
--> statement-breakpoint
GRANT DELETE ON opening_hours, dish_allergens, option_allergens, dish_modifier_groups TO restai_app;
--> statement-breakpoint
-- No query of the application can read a password hash; only `app.find_login` returns one.
GRANT SELECT (id, email, name, disabled_at, created_at), INSERT ON users TO restai_app;
--> statement-breakpoint
GRANT SELECT ON journal_entries TO restai_app;
--> statement-breakpoint
GRANT SELECT ON organizations, branches, users, memberships, token_families, refresh_tokens, dining_tables,
  table_sessions, guests TO restai_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON journal_streams TO restai_definer;
--> statement-breakpoint
GRANT SELECT, INSERT ON journal_entries TO restai_definer;
--> statement-breakpoint
CREATE FUNCTION app.find_login(p_email text)
RETURNS TABLE (user_id uuid, password_hash text, disabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.password_hash, u.disabled_at IS NOT NULL FROM users u WHERE lower(u.email) = lower(p_email)
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_branch(p_slug text)
RETURNS TABLE (organization_id uuid, branch_id uuid, menu_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.organization_id, b.id, b.menu_version FROM branches b WHERE b.slug = p_slug
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_table(p_slug text, p_code text)
RETURNS TABLE (organization_id uuid, branch_id uuid, table_id uuid, table_label text, table_code text, branch_slug text, branch_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.organization_id, b.id, t.id, t.label, t.code, b.slug, b.name
  FROM dining_tables t JOIN branches b ON b.organization_id = t.organization_id AND b.id = t.branch_id
  WHERE t.code = p_code AND b.slug = p_slug
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_staff(p_user_id uuid, p_family_id uuid, p_branch_id uuid)
RETURNS TABLE (organization_id uuid, membership_id uuid, role text, disabled boolean, revoked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.organization_id, m.id, m.role, u.disabled_at IS NOT NULL,
         f.revoked_at IS NOT NULL OR f.absolute_expires_at <= now()
  FROM users u
  JOIN token_families f ON f.id = p_family_id AND f.user_id = u.id
  LEFT JOIN branches b ON b.id = p_branch_id
  LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = b.organization_id
    AND (m.branch_id IS NULL OR m.branch_id = b.id)
  WHERE u.id = p_user_id
  ORDER BY array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role)
  LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_guest(p_guest_id uuid, p_family_id uuid)
RETURNS TABLE (organization_id uuid, branch_id uuid, session_id uuid, table_id uuid, guest_state text, is_host boolean,
  guest_name text, session_state text, table_label text, table_code text, branch_slug text, branch_name text, revoked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.organization_id, g.branch_id, s.id, t.id, g.state, g.is_host, g.name, s.state, t.label, t.code, b.slug, b.name,
         f.revoked_at IS NOT NULL OR f.absolute_expires_at <= now()
  FROM guests g
  JOIN token_families f ON f.id = p_family_id AND f.guest_id = g.id
  JOIN table_sessions s ON s.id = g.session_id
  JOIN dining_tables t ON t.id = s.table_id
  JOIN branches b ON b.id = g.branch_id
  WHERE g.id = p_guest_id
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_refresh_token(p_hashes text[])
RETURNS TABLE (token_hash text, family_id uuid, kind text, user_id uuid, guest_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.token_hash, f.id, f.kind, f.user_id, f.guest_id
  FROM refresh_tokens r JOIN token_families f ON f.id = r.family_id
  WHERE r.token_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_account(p_user_id uuid)
RETURNS TABLE (user_name text, email text, disabled boolean, branch_id uuid, slug text, branch_name text,
  organization_name text, role text, accent_hue real, accent_chroma real, logo text, currency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (b.created_at, b.id) u.name, u.email, u.disabled_at IS NOT NULL, b.id, b.slug, b.name, o.name, m.role,
         b.accent_hue, b.accent_chroma, b.logo, b.currency
  FROM users u
  LEFT JOIN memberships m ON m.user_id = u.id
  LEFT JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN branches b ON b.organization_id = m.organization_id AND (m.branch_id IS NULL OR m.branch_id = b.id)
  WHERE u.id = p_user_id
  ORDER BY b.created_at, b.id, array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role)
$$;
--> statement-breakpoint
CREATE FUNCTION app.stream_heads(p_streams text[])
RETURNS TABLE (stream text, epoch int, seq bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.stream, s.epoch, s.seq FROM journal_streams s WHERE s.stream = ANY (p_streams)
$$;
--> statement-breakpoint
-- Hash of an entry, chained to the one before. A JSON array keeps the fields apart.
CREATE FUNCTION app.journal_hash(p_before bytea, p_stream text, p_epoch int, p_seq bigint, p_kind text, p_payload jsonb,
  p_actor text, p_request_id text, p_at timestamptz)
RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(p_before || convert_to(
    jsonb_build_array(p_stream, p_epoch, p_seq, p_kind, p_payload, p_actor, p_request_id, (extract(epoch FROM p_at) * 1000000)::bigint)::text, 'UTF8'))
$$;
--> statement-breakpoint
-- Appends events to the streams of the caller's own tenant, last in the transaction. `p_entries` is an array of
-- {"audience": "branch" | "session" | "organization", "sessionId": uuid?, "kind": text, "payload": object}.
-- The head's row lock makes `seq` gapless and in commit order; locks are taken in stream order, so writers cannot deadlock.
CREATE FUNCTION app.append_journal(p_entries jsonb, p_actor text, p_request_id text)
RETURNS TABLE (stream text, epoch int, seq bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  v_branch uuid := nullif(current_setting('app.branch_id', true), '')::uuid;
  v_at timestamptz;
  -- An epoch names this life of the stream, so that a cursor from before a restored backup is recognised.
  v_epoch int := extract(epoch FROM now() - timestamptz '2025-01-01')::int;
  v_entry record;
BEGIN
  IF v_organization IS NULL THEN
    RAISE EXCEPTION 'the journal needs a tenant' USING ERRCODE = '42501';
  END IF;
  FOR v_entry IN
    SELECT e.item ->> 'kind' AS kind, coalesce(e.item -> 'payload', '{}'::jsonb) AS payload,
           CASE e.item ->> 'audience'
             WHEN 'branch' THEN 'branch:' || v_branch
             WHEN 'organization' THEN 'organization:' || v_organization
             WHEN 'session' THEN 'session:' || (
               SELECT s.id FROM table_sessions s
               WHERE s.id = (e.item ->> 'sessionId')::uuid AND s.organization_id = v_organization AND s.branch_id = v_branch)
           END AS stream
    FROM jsonb_array_elements(p_entries) WITH ORDINALITY AS e(item, n)
    ORDER BY stream, e.n
  LOOP
    IF v_entry.stream IS NULL THEN
      RAISE EXCEPTION 'the journal stream is not of this tenant' USING ERRCODE = '42501';
    END IF;
    -- The time is read under the lock, so that it never runs against `seq`.
    PERFORM FROM journal_streams s WHERE s.stream = v_entry.stream FOR UPDATE;
    v_at := clock_timestamp();
    RETURN QUERY
    WITH head AS (
      INSERT INTO journal_streams AS h (stream, organization_id, branch_id, epoch, seq, hash)
      VALUES (v_entry.stream, v_organization, CASE WHEN v_entry.stream LIKE 'organization:%' THEN NULL ELSE v_branch END,
        v_epoch, 1, app.journal_hash('\x', v_entry.stream, v_epoch, 1, v_entry.kind, v_entry.payload, p_actor, p_request_id, v_at))
      ON CONFLICT (stream) DO UPDATE SET
        seq = h.seq + 1,
        hash = app.journal_hash(h.hash, h.stream, h.epoch, h.seq + 1, v_entry.kind, v_entry.payload, p_actor, p_request_id, v_at)
      RETURNING h.stream, h.epoch, h.seq, h.hash, h.organization_id, h.branch_id
    )
    INSERT INTO journal_entries AS j (stream, seq, epoch, organization_id, branch_id, kind, payload, actor, request_id, at, hash)
    SELECT head.stream, head.seq, head.epoch, head.organization_id, head.branch_id, v_entry.kind, v_entry.payload, p_actor, p_request_id, v_at, head.hash
    FROM head
    RETURNING j.stream, j.epoch, j.seq;
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name, p.prosecdef AS definer FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
    IF f.definer THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f.name); END IF;
  END LOOP;
END $$;
