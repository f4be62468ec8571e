DROP FUNCTION app.find_invitation(text[]);
--> statement-breakpoint
-- What the person who invited may give today comes along: an offer is worth no more than who makes it.
CREATE FUNCTION app.find_invitation(p_hashes text[])
RETURNS TABLE (invitation_id uuid, organization_id uuid, branch_id uuid, organization_name text, branch_name text,
  email text, role text, all_branches boolean, expires_at timestamptz, ended boolean, giver_role text, giver_everywhere boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id, i.organization_id, i.branch_id, o.name, b.name, i.email, i.role, i.all_branches, i.expires_at,
         i.accepted_at IS NOT NULL OR i.revoked_at IS NOT NULL, g.role, g.branch_id IS NULL
  FROM invitations i
  JOIN organizations o ON o.id = i.organization_id
  JOIN branches b ON b.organization_id = i.organization_id AND b.id = i.branch_id
  LEFT JOIN LATERAL (
    SELECT m.role, m.branch_id FROM memberships m JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE m.user_id = i.invited_by AND m.organization_id = i.organization_id
      AND (m.branch_id IS NULL OR m.branch_id = i.branch_id) AND m.disabled_at IS NULL
    ORDER BY array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role) LIMIT 1) g ON true
  WHERE i.token_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
DROP FUNCTION app.find_device_key(text[]);
--> statement-breakpoint
CREATE FUNCTION app.find_device_key(p_hashes text[])
RETURNS TABLE (key_id uuid, organization_id uuid, branch_id uuid, kind text, giver_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.organization_id, k.branch_id, k.kind, g.role
  FROM device_keys k
  LEFT JOIN LATERAL (
    SELECT m.role FROM memberships m JOIN users u ON u.id = m.user_id AND u.disabled_at IS NULL
    WHERE m.user_id = k.created_by AND m.organization_id = k.organization_id
      AND (m.branch_id IS NULL OR m.branch_id = k.branch_id) AND m.disabled_at IS NULL
    ORDER BY array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role) LIMIT 1) g ON true
  WHERE k.key_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.find_invitation(text[])', 'app.find_device_key(text[])']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f);
  END LOOP;
END $$;
