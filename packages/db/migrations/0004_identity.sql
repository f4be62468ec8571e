CREATE TABLE "account_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_tokens_kind" CHECK ("account_tokens"."kind" in ('password-reset', 'second-factor'))
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"all_branches" boolean DEFAULT false NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'manager', 'cashier', 'waiter', 'kitchen'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recovery_codes_once" UNIQUE("user_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "user_totp" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "user_totp" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "disabled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "require_two_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "token_families" ADD COLUMN "device_label" text;--> statement-breakpoint
ALTER TABLE "token_families" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "token_families" ADD COLUMN "authenticated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_totp" ADD CONSTRAINT "user_totp_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_tokens_user" ON "account_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_tokens_expires" ON "account_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "invitations_branch" ON "invitations" USING btree ("organization_id","branch_id");--> statement-breakpoint
CREATE POLICY "token_families_all_user" ON "token_families" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('user') and "token_families"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('user') and "token_families"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "users_update_user" ON "users" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('user') and "users"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('user') and "users"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "account_tokens_all_user" ON "account_tokens" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('user') and "account_tokens"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('user') and "account_tokens"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "account_tokens_lookup" ON "account_tokens" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "invitations_staff" ON "invitations" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "invitations"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "invitations"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "invitations_lookup" ON "invitations" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_all_user" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('user') and "recovery_codes"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('user') and "recovery_codes"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "user_totp_all_user" ON "user_totp" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('user') and "user_totp"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('user') and "user_totp"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "user_totp_lookup" ON "user_totp" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);