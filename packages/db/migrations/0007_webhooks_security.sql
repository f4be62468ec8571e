ALTER TABLE webhook_endpoints FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE webhook_deliveries FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_endpoints TO restai_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON webhook_deliveries TO restai_app;
--> statement-breakpoint
GRANT SELECT, UPDATE ON webhook_endpoints TO restai_definer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON webhook_deliveries TO restai_definer;
--> statement-breakpoint
-- Turns what branches have written to their streams since last time into deliveries, and remembers how far it came. An
-- endpoint that another process is working on is passed over; the unique event id holds whatever happens.
CREATE FUNCTION app.fan_out_webhooks(p_endpoints int, p_entries int)
RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH behind AS MATERIALIZED (
    SELECT e.id, e.organization_id, e.branch_id, e.kinds, s.stream,
           CASE WHEN e.epoch = s.epoch THEN e.seq ELSE 0 END AS after_seq
    FROM webhook_endpoints e JOIN journal_streams s ON s.stream = 'branch:' || e.branch_id
    WHERE e.state = 'active' AND (e.epoch, e.seq) <> (s.epoch, s.seq)
    ORDER BY e.id LIMIT p_endpoints
    FOR UPDATE OF e SKIP LOCKED
  ), fresh AS (
    SELECT b.id AS endpoint_id, b.organization_id, b.branch_id, b.kinds, j.stream || '.' || j.epoch || '.' || j.seq AS event_id,
           j.epoch, j.seq, j.kind, j.payload, j.at
    FROM behind b CROSS JOIN LATERAL (
      SELECT * FROM journal_entries n WHERE n.stream = b.stream AND n.seq > b.after_seq ORDER BY n.seq LIMIT p_entries) j
  ), moved AS (
    UPDATE webhook_endpoints e SET epoch = f.epoch, seq = f.seq
    FROM (SELECT DISTINCT ON (endpoint_id) endpoint_id, epoch, seq FROM fresh ORDER BY endpoint_id, seq DESC) f
    WHERE e.id = f.endpoint_id
  ), made AS (
    INSERT INTO webhook_deliveries (id, organization_id, branch_id, endpoint_id, event_id, kind, body)
    SELECT gen_random_uuid(), f.organization_id, f.branch_id, f.endpoint_id, f.event_id, f.kind,
           json_build_object('id', f.event_id, 'kind', f.kind, 'at', f.at, 'branchId', f.branch_id, 'data', f.payload)::text
    FROM fresh f WHERE f.kind = ANY (f.kinds)
    ON CONFLICT (endpoint_id, event_id) DO NOTHING
    RETURNING 1
  )
  SELECT count(*)::int FROM made
$$;
--> statement-breakpoint
-- Takes deliveries whose time has come. Each is out of reach of other processes until the lease ends, so that an attempt
-- is made once, and is made again if the process that took it dies.
CREATE FUNCTION app.claim_webhooks(p_limit int, p_lease_seconds int)
RETURNS TABLE (delivery_id uuid, organization_id uuid, branch_id uuid, attempt int)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH due AS MATERIALIZED (
    SELECT w.id FROM webhook_deliveries w JOIN webhook_endpoints e ON e.id = w.endpoint_id
    WHERE w.state = 'pending' AND w.next_attempt_at <= now() AND e.state = 'active'
    ORDER BY w.next_attempt_at LIMIT p_limit
    FOR UPDATE OF w SKIP LOCKED
  )
  UPDATE webhook_deliveries d
  SET attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => p_lease_seconds)
  FROM due WHERE d.id = due.id
  RETURNING d.id, d.organization_id, d.branch_id, d.attempts
$$;
--> statement-breakpoint
ALTER FUNCTION app.fan_out_webhooks(int, int) OWNER TO restai_definer;
--> statement-breakpoint
ALTER FUNCTION app.claim_webhooks(int, int) OWNER TO restai_definer;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.fan_out_webhooks(int, int), app.claim_webhooks(int, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.fan_out_webhooks(int, int), app.claim_webhooks(int, int) TO restai_app;
