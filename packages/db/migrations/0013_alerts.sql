DROP FUNCTION app.count_security_events(text, timestamptz);
--> statement-breakpoint
-- How often a kind of security event happened since an instant, of those whose payload says so of a field, if one is named.
-- An entry that stands for several says how many.
CREATE FUNCTION app.count_security_events(p_kind text, p_since timestamptz, p_field text DEFAULT NULL, p_value text DEFAULT NULL)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(coalesce((j.payload ->> 'count')::bigint, 1)), 0)::bigint FROM journal_entries j
  WHERE j.stream = 'platform' AND j.kind = p_kind AND j.at > p_since
    AND (p_field IS NULL OR j.payload ->> p_field = p_value)
$$;
--> statement-breakpoint
-- Whether somebody owns any organization; asked before they have signed in.
CREATE FUNCTION app.is_owner(p_user uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM memberships m WHERE m.user_id = p_user AND m.role = 'owner' AND m.disabled_at IS NULL)
$$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.count_security_events(text, timestamptz, text, text)', 'app.is_owner(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f);
  END LOOP;
END $$;
