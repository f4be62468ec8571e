CREATE TABLE "customer_guests" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"guest_id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_out_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "customer_guests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"destination" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_tenant" UNIQUE("organization_id","id"),
	CONSTRAINT "customers_destination" UNIQUE("organization_id","destination"),
	CONSTRAINT "customers_channel" CHECK ("customers"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "otp_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"guest_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"destination" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "otp_requests_channel" CHECK ("otp_requests"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
ALTER TABLE "otp_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "device_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key_hash" text NOT NULL,
	"max_activations" smallint DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "device_keys_keyHash_unique" UNIQUE("key_hash"),
	CONSTRAINT "device_keys_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "device_keys_kind" CHECK ("device_keys"."kind" in ('kds', 'pos')),
	CONSTRAINT "device_keys_max" CHECK ("device_keys"."max_activations" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "device_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"family_id" uuid,
	"activated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_verified_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_network" text NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "devices_family" UNIQUE("family_id"),
	CONSTRAINT "devices_kind" CHECK ("devices"."kind" in ('kds', 'pos'))
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "token_families" DROP CONSTRAINT "token_families_owner";--> statement-breakpoint
ALTER TABLE "customer_guests" ADD CONSTRAINT "customer_guests_organization_id_branch_id_guest_id_guests_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","guest_id") REFERENCES "public"."guests"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_guests" ADD CONSTRAINT "customer_guests_organization_id_customer_id_customers_organization_id_id_fk" FOREIGN KEY ("organization_id","customer_id") REFERENCES "public"."customers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "otp_requests" ADD CONSTRAINT "otp_requests_organization_id_branch_id_guest_id_guests_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","guest_id") REFERENCES "public"."guests"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_keys" ADD CONSTRAINT "device_keys_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_family_id_token_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."token_families"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_branch_id_key_id_device_keys_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","key_id") REFERENCES "public"."device_keys"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_guests_customer" ON "customer_guests" USING btree ("organization_id","customer_id");--> statement-breakpoint
CREATE INDEX "otp_requests_guest" ON "otp_requests" USING btree ("guest_id");--> statement-breakpoint
CREATE INDEX "otp_requests_expires" ON "otp_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "device_keys_expires" ON "device_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_paired_once" ON "devices" USING btree ("key_id","device_id") WHERE "devices"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "devices_branch" ON "devices" USING btree ("organization_id","branch_id");--> statement-breakpoint
ALTER TABLE "token_families" ADD CONSTRAINT "token_families_owner" CHECK (("token_families"."kind" = 'staff' and "token_families"."user_id" is not null and "token_families"."guest_id" is null) or ("token_families"."kind" = 'customer' and "token_families"."guest_id" is not null and "token_families"."user_id" is null) or ("token_families"."kind" = 'device' and "token_families"."user_id" is null and "token_families"."guest_id" is null));--> statement-breakpoint
CREATE POLICY "customer_guests_all_guest" ON "customer_guests" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "customer_guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customer_guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "customer_guests"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "customer_guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customer_guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "customer_guests"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customer_guests_all_customer" ON "customer_guests" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('customer') and "customer_guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customer_guests"."customer_id" = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('customer') and "customer_guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customer_guests"."customer_id" = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customers_insert_guest" ON "customers" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "customers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customers_all_customer" ON "customers" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('customer') and "customers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customers"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('customer') and "customers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "customers"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "customers_lookup" ON "customers" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "otp_requests_all_guest" ON "otp_requests" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "otp_requests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "otp_requests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "otp_requests"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "otp_requests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "otp_requests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "otp_requests"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "otp_requests_all_customer" ON "otp_requests" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('customer') and "otp_requests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "otp_requests"."guest_id" in (select g.guest_id from customer_guests g where g.customer_id = (select nullif(current_setting('app.subject_id', true), '')::uuid))) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('customer') and "otp_requests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "otp_requests"."guest_id" in (select g.guest_id from customer_guests g where g.customer_id = (select nullif(current_setting('app.subject_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "device_keys_staff" ON "device_keys" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "device_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "device_keys"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "device_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "device_keys"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "device_keys_all_activation" ON "device_keys" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('activation') and "device_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "device_keys"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "device_keys"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('activation') and "device_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "device_keys"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "device_keys"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "device_keys_lookup" ON "device_keys" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "devices_staff" ON "devices" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_all_activation" ON "devices" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('activation') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "devices"."key_id" = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('activation') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "devices"."key_id" = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_all_kds_pos" ON "devices" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('kds', 'pos') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "devices"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('kds', 'pos') and "devices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "devices"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "devices"."id" = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_lookup" ON "devices" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);