-- Row-level security holds for the tables' owner too.
ALTER TABLE account_tokens FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE user_totp FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON account_tokens, user_totp, recovery_codes, invitations TO restai_app;
--> statement-breakpoint
GRANT DELETE ON user_totp, recovery_codes, memberships TO restai_app;
--> statement-breakpoint
-- A hash can be replaced by its owner and read by nobody.
GRANT UPDATE (password_hash) ON users TO restai_app;
--> statement-breakpoint
GRANT SELECT ON account_tokens, user_totp, invitations TO restai_definer;
--> statement-breakpoint
DROP FUNCTION app.find_login(text);
--> statement-breakpoint
CREATE FUNCTION app.find_login(p_email text)
RETURNS TABLE (user_id uuid, password_hash text, disabled boolean, second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.id, u.password_hash, u.disabled_at IS NOT NULL,
         EXISTS (SELECT FROM user_totp f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
  FROM users u WHERE lower(u.email) = lower(p_email)
$$;
--> statement-breakpoint
-- For a person who changes the password or confirms a sign-in; the caller has verified their token.
CREATE FUNCTION app.find_credentials(p_user_id uuid)
RETURNS TABLE (email text, name text, password_hash text, second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.email, u.name, u.password_hash,
         EXISTS (SELECT FROM user_totp f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
  FROM users u WHERE u.id = p_user_id AND u.disabled_at IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_account_token(p_hashes text[], p_kind text)
RETURNS TABLE (token_hash text, user_id uuid, email text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.token_hash, u.id, u.email, u.name
  FROM account_tokens t JOIN users u ON u.id = t.user_id AND u.disabled_at IS NULL
  WHERE t.token_hash = ANY (p_hashes) AND t.kind = p_kind
$$;
--> statement-breakpoint
CREATE FUNCTION app.find_invitation(p_hashes text[])
RETURNS TABLE (invitation_id uuid, organization_id uuid, branch_id uuid, organization_name text, branch_name text,
  email text, role text, expires_at timestamptz, ended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id, i.organization_id, i.branch_id, o.name, b.name, i.email, i.role, i.expires_at,
         i.accepted_at IS NOT NULL OR i.revoked_at IS NOT NULL
  FROM invitations i
  JOIN organizations o ON o.id = i.organization_id
  JOIN branches b ON b.organization_id = i.organization_id AND b.id = i.branch_id
  WHERE i.token_hash = ANY (p_hashes)
$$;
--> statement-breakpoint
-- One branch of each organization that a person works for: where what happens to the account is written down.
CREATE FUNCTION app.find_workplaces(p_user_id uuid)
RETURNS TABLE (organization_id uuid, branch_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (m.organization_id) m.organization_id, b.id
  FROM memberships m JOIN branches b ON b.organization_id = m.organization_id AND (m.branch_id IS NULL OR m.branch_id = b.id)
  WHERE m.user_id = p_user_id ORDER BY m.organization_id, b.created_at
$$;
--> statement-breakpoint
DROP FUNCTION app.find_staff(uuid, uuid, uuid);
--> statement-breakpoint
CREATE FUNCTION app.find_staff(p_user_id uuid, p_family_id uuid, p_branch_id uuid)
RETURNS TABLE (organization_id uuid, membership_id uuid, role text, disabled boolean, revoked boolean,
  authenticated_at timestamptz, must_enrol boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.organization_id, m.id, m.role, u.disabled_at IS NOT NULL,
         f.revoked_at IS NOT NULL OR f.absolute_expires_at <= now(), f.authenticated_at,
         coalesce(o.require_two_factor AND m.role = 'owner', false)
           AND NOT EXISTS (SELECT FROM user_totp t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
  FROM users u
  JOIN token_families f ON f.id = p_family_id AND f.user_id = u.id
  LEFT JOIN branches b ON b.id = p_branch_id
  LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = b.organization_id
    AND (m.branch_id IS NULL OR m.branch_id = b.id) AND m.disabled_at IS NULL
  LEFT JOIN organizations o ON o.id = m.organization_id
  WHERE u.id = p_user_id
  ORDER BY array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role)
  LIMIT 1
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.find_account(p_user_id uuid)
RETURNS TABLE (user_name text, email text, disabled boolean, branch_id uuid, slug text, branch_name text,
  organization_name text, role text, accent_hue real, accent_chroma real, logo text, currency text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (b.created_at, b.id) u.name, u.email, u.disabled_at IS NOT NULL, b.id, b.slug, b.name, o.name, m.role,
         b.accent_hue, b.accent_chroma, b.logo, b.currency
  FROM users u
  LEFT JOIN memberships m ON m.user_id = u.id AND m.disabled_at IS NULL
  LEFT JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN branches b ON b.organization_id = m.organization_id AND (m.branch_id IS NULL OR m.branch_id = b.id)
  WHERE u.id = p_user_id
  ORDER BY b.created_at, b.id, array_position(ARRAY['owner', 'manager', 'cashier', 'waiter', 'kitchen'], m.role)
$$;
--> statement-breakpoint
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('find_login', 'find_credentials', 'find_account_token', 'find_invitation', 'find_workplaces', 'find_staff') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f.name);
  END LOOP;
END $$;
