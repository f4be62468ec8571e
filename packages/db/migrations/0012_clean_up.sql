GRANT SELECT ON otp_requests TO restai_definer;
--> statement-breakpoint
GRANT DELETE ON otp_requests, account_tokens, invitations, devices, device_keys, webhook_deliveries TO restai_definer;
--> statement-breakpoint
CREATE POLICY otp_requests_clean_up ON otp_requests FOR ALL TO restai_definer USING (true) WITH CHECK (false);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account_tokens', 'invitations', 'devices', 'device_keys'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO restai_definer USING (true)', t || '_clean_up', t);
  END LOOP;
END $$;
--> statement-breakpoint
DROP FUNCTION app.clean_up(int, int, int);
--> statement-breakpoint
-- Deletes at most so many rows of each kind that are of no use any more, and returns how many went of each kind.
-- What has ended stays a while, because it still has an answer of its own: revoked, expired, used.
CREATE FUNCTION app.clean_up(p_batch int, p_ended_seconds int, p_codes_seconds int, p_replies_seconds int, p_deliveries_seconds int)
RETURNS TABLE (kind text, gone bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_ended timestamptz := now() - make_interval(secs => p_ended_seconds);
  v_families uuid[];
BEGIN
  SELECT array_agg(e.id) INTO v_families FROM (
    SELECT f.id FROM token_families f
    WHERE f.revoked_at < v_ended OR f.absolute_expires_at < v_ended
      OR (f.created_at < v_ended AND NOT EXISTS (
        SELECT FROM refresh_tokens r WHERE r.family_id = f.id AND r.expires_at >= v_ended))
    LIMIT p_batch) e;
  DELETE FROM refresh_tokens r WHERE r.family_id = ANY (v_families);
  DELETE FROM token_families f WHERE f.id = ANY (v_families);
  RETURN QUERY SELECT 'families', coalesce(cardinality(v_families), 0)::bigint;

  RETURN QUERY WITH d AS (
    DELETE FROM idempotency_records x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM idempotency_records o
      WHERE o.created_at < now() - make_interval(secs => p_replies_seconds) LIMIT p_batch))
    RETURNING 1) SELECT 'replies', count(*) FROM d;
  -- Codes hold an address or a number, so they go sooner than what holds hashes alone.
  RETURN QUERY WITH d AS (
    DELETE FROM otp_requests x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM otp_requests o
      WHERE o.expires_at < now() - make_interval(secs => p_codes_seconds) LIMIT p_batch))
    RETURNING 1) SELECT 'challenges', count(*) FROM d;
  RETURN QUERY WITH d AS (
    DELETE FROM account_tokens x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM account_tokens o WHERE o.expires_at < v_ended LIMIT p_batch))
    RETURNING 1) SELECT 'links', count(*) FROM d;
  RETURN QUERY WITH d AS (
    DELETE FROM invitations x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM invitations o WHERE o.expires_at < v_ended LIMIT p_batch))
    RETURNING 1) SELECT 'invitations', count(*) FROM d;
  -- A device whose sign-in was deleted above can never come back, revoked or not.
  RETURN QUERY WITH d AS (
    DELETE FROM devices x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM devices o WHERE o.revoked_at < v_ended OR o.family_id IS NULL LIMIT p_batch))
    RETURNING 1) SELECT 'devices', count(*) FROM d;
  -- A key stays for as long as something that it paired.
  RETURN QUERY WITH d AS (
    DELETE FROM device_keys x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM device_keys o
      WHERE o.expires_at < v_ended AND NOT EXISTS (SELECT FROM devices p WHERE p.key_id = o.id) LIMIT p_batch))
    RETURNING 1) SELECT 'device_keys', count(*) FROM d;
  -- By endpoint, as the index is.
  RETURN QUERY WITH d AS (
    DELETE FROM webhook_deliveries x WHERE x.ctid = ANY (ARRAY(
      SELECT o.ctid FROM webhook_endpoints e CROSS JOIN LATERAL (
        SELECT w.ctid FROM webhook_deliveries w
        WHERE w.organization_id = e.organization_id AND w.branch_id = e.branch_id AND w.endpoint_id = e.id
          AND w.created_at < now() - make_interval(secs => p_deliveries_seconds) LIMIT p_batch) o
      LIMIT p_batch))
    RETURNING 1) SELECT 'deliveries', count(*) FROM d;
END $$;
--> statement-breakpoint
ALTER FUNCTION app.clean_up(int, int, int, int, int) OWNER TO restai_definer;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.clean_up(int, int, int, int, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.clean_up(int, int, int, int, int) TO restai_app;
