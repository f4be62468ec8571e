-- Which of these families have ended; one that is known no more has, and so has one whose device was ended or paired anew.
CREATE FUNCTION app.ended_families(p_families uuid[])
RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT asked.id FROM unnest(p_families) AS asked (id)
  LEFT JOIN token_families f ON f.id = asked.id AND f.revoked_at IS NULL
  LEFT JOIN devices d ON d.family_id = f.id
  WHERE f.id IS NULL OR (f.kind = 'device' AND (d.id IS NULL OR d.revoked_at IS NOT NULL))
$$;
--> statement-breakpoint
ALTER FUNCTION app.ended_families(uuid[]) OWNER TO restai_definer;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.ended_families(uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.ended_families(uuid[]) TO restai_app;
