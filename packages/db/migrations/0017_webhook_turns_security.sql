DROP FUNCTION app.claim_webhooks(int, int);
--> statement-breakpoint
-- Takes deliveries whose time has come. Each is out of reach of other processes until the lease ends, so that an attempt
-- is made once, and is made again if the process that took it dies. Organizations take turns, and so do the endpoints of
-- one. `p_busy` names the organization of each attempt that the process has under way; none gets more than `p_share`.
CREATE FUNCTION app.claim_webhooks(p_limit int, p_lease_seconds int, p_share int, p_busy uuid[])
RETURNS TABLE (delivery_id uuid, organization_id uuid, branch_id uuid, attempt int)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH ready AS MATERIALIZED (
    SELECT e.id, e.organization_id, p_share - cardinality(array_positions(p_busy, e.organization_id)) AS room
    FROM webhook_endpoints e
    WHERE e.state = 'active' AND cardinality(array_positions(p_busy, e.organization_id)) < p_share
  ), due AS MATERIALIZED (
    SELECT r.id AS endpoint_id, r.organization_id, r.room, w.id, w.next_attempt_at
    FROM ready r CROSS JOIN LATERAL (
      SELECT d.id, d.next_attempt_at FROM webhook_deliveries d
      WHERE d.endpoint_id = r.id AND d.state = 'pending' AND d.next_attempt_at <= now()
      ORDER BY d.next_attempt_at LIMIT r.room
      FOR UPDATE SKIP LOCKED) w
  ), by_endpoint AS (
    SELECT u.*, row_number() OVER (PARTITION BY u.endpoint_id ORDER BY u.next_attempt_at, u.id) AS turn FROM due u
  ), by_organization AS (
    SELECT b.id, b.room, b.next_attempt_at,
           row_number() OVER (PARTITION BY b.organization_id ORDER BY b.turn, b.next_attempt_at, b.id) AS turn
    FROM by_endpoint b
  ), taken AS MATERIALIZED (
    SELECT o.id FROM by_organization o WHERE o.turn <= o.room ORDER BY o.turn, o.next_attempt_at LIMIT p_limit
  )
  UPDATE webhook_deliveries d
  SET attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => p_lease_seconds)
  FROM taken WHERE d.id = taken.id
  RETURNING d.id, d.organization_id, d.branch_id, d.attempts
$$;
--> statement-breakpoint
ALTER FUNCTION app.claim_webhooks(int, int, int, uuid[]) OWNER TO restai_definer;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.claim_webhooks(int, int, int, uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.claim_webhooks(int, int, int, uuid[]) TO restai_app;
