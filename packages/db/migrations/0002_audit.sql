CREATE TABLE "job_runs" (
	"job" text PRIMARY KEY NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "journal_entries_at" ON "journal_entries" USING brin ("at");--> statement-breakpoint
CREATE INDEX "journal_entries_platform" ON "journal_entries" USING btree ("kind","at") WHERE "journal_entries"."stream" = 'platform';--> statement-breakpoint
CREATE POLICY "job_runs_definer" ON "job_runs" AS PERMISSIVE FOR ALL TO "restai_definer" USING (true) WITH CHECK (true);