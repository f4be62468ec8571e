CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_status" integer,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_event" UNIQUE("endpoint_id","event_id"),
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('pending', 'delivered', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"url" text NOT NULL,
	"kinds" text[] NOT NULL,
	"secrets" jsonb NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "webhook_endpoints_state" CHECK ("webhook_endpoints"."state" in ('active', 'paused', 'failing'))
);
--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dishes" ADD COLUMN "photo" text;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_branch_id_endpoint_id_webhook_endpoints_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" USING btree ("next_attempt_at") WHERE "webhook_deliveries"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_recent" ON "webhook_deliveries" USING btree ("organization_id","branch_id","endpoint_id","created_at");--> statement-breakpoint
ALTER TABLE "dishes" ADD CONSTRAINT "dishes_photo" CHECK ("dishes"."photo" ~ '^[0-9a-f]{32}$');--> statement-breakpoint
CREATE POLICY "webhook_deliveries_staff" ON "webhook_deliveries" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "webhook_deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_deliveries"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "webhook_deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_deliveries"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_deliveries_read_webhooks" ON "webhook_deliveries" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_deliveries"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_deliveries_update_webhooks" ON "webhook_deliveries" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_deliveries"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_deliveries"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_deliveries_definer" ON "webhook_deliveries" AS PERMISSIVE FOR ALL TO "restai_definer" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_endpoints_staff" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "webhook_endpoints"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_endpoints"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "webhook_endpoints"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_endpoints"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_endpoints_read_webhooks" ON "webhook_endpoints" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_endpoints"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_endpoints"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_endpoints_update_webhooks" ON "webhook_endpoints" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_endpoints"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_endpoints"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('webhooks') and "webhook_endpoints"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "webhook_endpoints"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "webhook_endpoints_definer" ON "webhook_endpoints" AS PERMISSIVE FOR ALL TO "restai_definer" USING (true) WITH CHECK (true);