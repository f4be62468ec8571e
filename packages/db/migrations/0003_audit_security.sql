ALTER TABLE job_runs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON job_runs TO restai_definer;
--> statement-breakpoint
GRANT DELETE ON token_families, refresh_tokens, idempotency_records TO restai_definer;
--> statement-breakpoint
GRANT SELECT ON idempotency_records TO restai_definer;
--> statement-breakpoint
CREATE POLICY token_families_clean_up ON token_families FOR DELETE TO restai_definer USING (true);
--> statement-breakpoint
CREATE POLICY refresh_tokens_clean_up ON refresh_tokens FOR DELETE TO restai_definer USING (true);
--> statement-breakpoint
CREATE POLICY idempotency_records_clean_up ON idempotency_records FOR ALL TO restai_definer USING (true) WITH CHECK (false);
--> statement-breakpoint
-- As before, with one more audience: "platform" holds security events, which need no tenant.
CREATE OR REPLACE FUNCTION app.append_journal(p_entries jsonb, p_actor text, p_request_id text)
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
  FOR v_entry IN
    SELECT e.item ->> 'kind' AS kind, coalesce(e.item -> 'payload', '{}'::jsonb) AS payload,
           CASE e.item ->> 'audience'
             WHEN 'branch' THEN 'branch:' || v_branch
             WHEN 'organization' THEN 'organization:' || v_organization
             WHEN 'platform' THEN 'platform'
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
      VALUES (v_entry.stream,
        CASE WHEN v_entry.stream = 'platform' THEN NULL ELSE v_organization END,
        CASE WHEN v_entry.stream = 'platform' OR v_entry.stream LIKE 'organization:%' THEN NULL ELSE v_branch END,
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
-- Security events of one kind since an instant.
CREATE FUNCTION app.count_security_events(p_kind text, p_since timestamptz)
RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*) FROM journal_entries j WHERE j.stream = 'platform' AND j.kind = p_kind AND j.at > p_since
$$;
--> statement-breakpoint
-- Heads of the streams that grew since an instant, to be signed; NULL means all of them.
CREATE FUNCTION app.changed_heads(p_since timestamptz)
RETURNS TABLE (stream text, seq bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.stream, s.seq, s.hash FROM journal_streams s
  WHERE p_since IS NULL OR s.stream IN (SELECT j.stream FROM journal_entries j WHERE j.at >= p_since)
  ORDER BY s.stream
$$;
--> statement-breakpoint
-- True for one caller in each span of that many seconds, whatever number of processes asks.
CREATE FUNCTION app.claim_run(p_job text, p_every_seconds int)
RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH claimed AS (
    INSERT INTO job_runs AS r (job, claimed_at) VALUES (p_job, clock_timestamp())
    ON CONFLICT (job) DO UPDATE SET claimed_at = excluded.claimed_at
      WHERE r.claimed_at <= clock_timestamp() - make_interval(secs => p_every_seconds)
    RETURNING 1)
  SELECT EXISTS (SELECT FROM claimed)
$$;
--> statement-breakpoint
-- Deletes at most so many rows of each kind that are of no use any more, and returns how many went.
-- A family that has ended stays a while, because its tokens still have an answer of their own: revoked, expired, reused.
CREATE FUNCTION app.clean_up(p_batch int, p_families_seconds int, p_replies_seconds int)
RETURNS TABLE (families bigint, replies bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_before timestamptz := now() - make_interval(secs => p_families_seconds);
  v_ended uuid[];
  v_replies bigint;
BEGIN
  SELECT array_agg(e.id) INTO v_ended FROM (
    SELECT f.id FROM token_families f
    WHERE f.revoked_at < v_before OR f.absolute_expires_at < v_before
      OR (f.created_at < v_before AND NOT EXISTS (
        SELECT FROM refresh_tokens r WHERE r.family_id = f.id AND r.expires_at >= v_before))
    LIMIT p_batch) e;
  DELETE FROM refresh_tokens r WHERE r.family_id = ANY (v_ended);
  DELETE FROM token_families f WHERE f.id = ANY (v_ended);
  WITH gone AS (
    DELETE FROM idempotency_records i WHERE i.ctid = ANY (ARRAY(
      SELECT o.ctid FROM idempotency_records o
      WHERE o.created_at < now() - make_interval(secs => p_replies_seconds) LIMIT p_batch))
    RETURNING 1)
  SELECT count(*) INTO v_replies FROM gone;
  RETURN QUERY SELECT coalesce(cardinality(v_ended), 0)::bigint, v_replies;
END $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.count_security_events(text, timestamptz)', 'app.changed_heads(timestamptz)',
    'app.claim_run(text, int)', 'app.clean_up(int, int, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO restai_definer', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO restai_app', f);
  END LOOP;
END $$;
