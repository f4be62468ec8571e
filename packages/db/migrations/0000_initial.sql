CREATE TABLE "journal_entries" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"epoch" integer NOT NULL,
	"organization_id" uuid,
	"branch_id" uuid,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor" text NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "journal_entries_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
ALTER TABLE "journal_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journal_streams" (
	"stream" text PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"branch_id" uuid,
	"epoch" integer DEFAULT 1 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" "bytea" DEFAULT '\x' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journal_streams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dish_allergens" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"dish_id" uuid NOT NULL,
	"allergen" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "dish_allergens_dish_id_allergen_pk" PRIMARY KEY("dish_id","allergen"),
	CONSTRAINT "dish_allergens_level" CHECK ("dish_allergens"."level" in ('contains', 'may_contain', 'free'))
);
--> statement-breakpoint
ALTER TABLE "dish_allergens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dish_modifier_groups" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"dish_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "dish_modifier_groups_dish_id_group_id_pk" PRIMARY KEY("dish_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "dish_modifier_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dishes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"station_id" uuid,
	"tax_rate_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"price_minor" bigint NOT NULL,
	"picture" text,
	"ware" text DEFAULT 'plate' NOT NULL,
	"diets" text[] DEFAULT '{}' NOT NULL,
	"popular" boolean DEFAULT false NOT NULL,
	"availability" text DEFAULT 'available' NOT NULL,
	"position" smallint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dishes_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "dishes_price" CHECK ("dishes"."price_minor" between 0 and 1000000000),
	CONSTRAINT "dishes_ware" CHECK ("dishes"."ware" in ('plate', 'bowl', 'glass')),
	CONSTRAINT "dishes_availability" CHECK ("dishes"."availability" in ('available', 'sold_out', 'hidden'))
);
--> statement-breakpoint
ALTER TABLE "dishes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "menu_categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"backdrop" text NOT NULL,
	"position" smallint NOT NULL,
	"published" boolean DEFAULT true NOT NULL,
	CONSTRAINT "menu_categories_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "menu_categories_backdrop" CHECK ("menu_categories"."backdrop" in ('lime', 'yolk', 'tomato', 'sky', 'basil', 'beet', 'peach'))
);
--> statement-breakpoint
ALTER TABLE "menu_categories" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "modifier_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"min" smallint NOT NULL,
	"max" smallint NOT NULL,
	CONSTRAINT "modifier_groups_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "modifier_groups_range" CHECK ("modifier_groups"."min" >= 0 and "modifier_groups"."max" >= "modifier_groups"."min" and "modifier_groups"."max" between 1 and 50)
);
--> statement-breakpoint
ALTER TABLE "modifier_groups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "modifier_options" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text DEFAULT 'choice' NOT NULL,
	"price_minor" bigint DEFAULT 0 NOT NULL,
	"max_quantity" smallint DEFAULT 1 NOT NULL,
	"availability" text DEFAULT 'available' NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "modifier_options_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "modifier_options_kind" CHECK ("modifier_options"."kind" in ('choice', 'add', 'remove')),
	CONSTRAINT "modifier_options_price" CHECK ("modifier_options"."price_minor" between -1000000000 and 1000000000),
	CONSTRAINT "modifier_options_quantity" CHECK ("modifier_options"."max_quantity" between 1 and 20),
	CONSTRAINT "modifier_options_availability" CHECK ("modifier_options"."availability" in ('available', 'sold_out', 'hidden'))
);
--> statement-breakpoint
ALTER TABLE "modifier_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "option_allergens" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"allergen" text NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "option_allergens_option_id_allergen_pk" PRIMARY KEY("option_id","allergen"),
	CONSTRAINT "option_allergens_level" CHECK ("option_allergens"."level" in ('contains', 'may_contain', 'free'))
);
--> statement-breakpoint
ALTER TABLE "option_allergens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"icon" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "stations_tenant" UNIQUE("organization_id","branch_id","id")
);
--> statement-breakpoint
ALTER TABLE "stations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tax_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rate_ppm" integer NOT NULL,
	CONSTRAINT "tax_rates_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "tax_rates_rate" CHECK ("tax_rates"."rate_ppm" between 0 and 1000000)
);
--> statement-breakpoint
ALTER TABLE "tax_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"dish_id" uuid NOT NULL,
	"station_id" uuid,
	"position" smallint NOT NULL,
	"name" jsonb NOT NULL,
	"picture" text,
	"ware" text NOT NULL,
	"backdrop" text NOT NULL,
	"quantity" smallint NOT NULL,
	"unit_minor" bigint NOT NULL,
	"line_minor" bigint NOT NULL,
	"tax_name" text NOT NULL,
	"tax_rate_ppm" integer NOT NULL,
	"modifiers" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" between 1 and 20),
	CONSTRAINT "order_lines_money" CHECK ("order_lines"."unit_minor" >= 0 and "order_lines"."line_minor" = "order_lines"."unit_minor" * "order_lines"."quantity"),
	CONSTRAINT "order_lines_state" CHECK ("order_lines"."state" in ('pending', 'confirmed', 'preparing', 'ready', 'served', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"guest_id" uuid,
	"table_label" text NOT NULL,
	"business_date" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	"service_charge_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"taxes" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"allergy_note" text DEFAULT '' NOT NULL,
	"refusal_reason" text,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "orders_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "orders_number" UNIQUE("branch_id","business_date","number"),
	CONSTRAINT "orders_state" CHECK ("orders"."state" in ('pending', 'confirmed', 'preparing', 'ready', 'served', 'cancelled')),
	CONSTRAINT "orders_money" CHECK ("orders"."subtotal_minor" >= 0 and "orders"."discount_minor" >= 0 and "orders"."service_charge_minor" >= 0 and "orders"."tax_minor" >= 0 and "orders"."total_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "branches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"tax_mode" text NOT NULL,
	"service_charge_ppm" integer DEFAULT 0 NOT NULL,
	"cash_rounding_minor" integer DEFAULT 1 NOT NULL,
	"time_zone" text NOT NULL,
	"business_day_cutoff_minutes" integer DEFAULT 240 NOT NULL,
	"target_minutes" integer DEFAULT 15 NOT NULL,
	"default_locale" text DEFAULT 'en' NOT NULL,
	"locales" text[] DEFAULT '{en,es}' NOT NULL,
	"accent_hue" real DEFAULT 158 NOT NULL,
	"accent_chroma" real DEFAULT 0.095 NOT NULL,
	"logo" text,
	"ordering_paused" boolean DEFAULT false NOT NULL,
	"confirm_orders" text DEFAULT 'first' NOT NULL,
	"menu_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "branches_slug_unique" UNIQUE("slug"),
	CONSTRAINT "branches_tenant" UNIQUE("organization_id","id"),
	CONSTRAINT "branches_currency" CHECK ("branches"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "branches_tax_mode" CHECK ("branches"."tax_mode" in ('inclusive', 'exclusive')),
	CONSTRAINT "branches_service_charge" CHECK ("branches"."service_charge_ppm" between 0 and 1000000),
	CONSTRAINT "branches_confirm_orders" CHECK ("branches"."confirm_orders" in ('never', 'first', 'always')),
	CONSTRAINT "branches_slug" CHECK ("branches"."slug" ~ '^[a-z0-9](-?[a-z0-9]){2,39}$')
);
--> statement-breakpoint
ALTER TABLE "branches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_records_actor_id_operation_key_pk" PRIMARY KEY("actor_id","operation","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"branch_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'manager', 'cashier', 'waiter', 'kitchen'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opening_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens_minute" smallint NOT NULL,
	"closes_minute" smallint NOT NULL,
	CONSTRAINT "opening_hours_range" CHECK ("opening_hours"."weekday" between 0 and 6 and "opening_hours"."opens_minute" between 0 and 1439 and "opening_hours"."closes_minute" > "opening_hours"."opens_minute" and "opening_hours"."closes_minute" <= 2160)
);
--> statement-breakpoint
ALTER TABLE "opening_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_counters" (
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"business_date" text NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "order_counters_branch_id_business_date_pk" PRIMARY KEY("branch_id","business_date")
);
--> statement-breakpoint
ALTER TABLE "order_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"rotated_at" timestamp with time zone,
	"attempt_hash" text,
	"successor_hash" text
);
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "token_families" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"guest_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	CONSTRAINT "token_families_owner" CHECK (("token_families"."kind" = 'staff' and "token_families"."user_id" is not null and "token_families"."guest_id" is null) or ("token_families"."kind" = 'customer' and "token_families"."guest_id" is not null and "token_families"."user_id" is null))
);
--> statement-breakpoint
ALTER TABLE "token_families" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dining_tables" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"label" text NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"seats" smallint DEFAULT 4 NOT NULL,
	"shape" text DEFAULT 'square' NOT NULL,
	"position" smallint NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dining_tables_code_unique" UNIQUE("code"),
	CONSTRAINT "dining_tables_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "dining_tables_label" UNIQUE("branch_id","label"),
	CONSTRAINT "dining_tables_code" CHECK ("dining_tables"."code" ~ '^[2-9A-HJ-NP-Z]{12}$'),
	CONSTRAINT "dining_tables_shape" CHECK ("dining_tables"."shape" in ('round', 'square', 'long'))
);
--> statement-breakpoint
ALTER TABLE "dining_tables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"is_host" boolean DEFAULT false NOT NULL,
	"colour" smallint NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guests_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "guests_state" CHECK ("guests"."state" in ('pending', 'active', 'left', 'refused', 'evicted'))
);
--> statement-breakpoint
ALTER TABLE "guests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "service_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"guest_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"called_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_calls_kind" CHECK ("service_calls"."kind" in ('waiter', 'bill')),
	CONSTRAINT "service_calls_state" CHECK ("service_calls"."state" in ('open', 'taken', 'done'))
);
--> statement-breakpoint
ALTER TABLE "service_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "table_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"branch_id" uuid NOT NULL,
	"table_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"join_code" text NOT NULL,
	"join_misses" smallint DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_order_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_reason" text,
	CONSTRAINT "table_sessions_tenant" UNIQUE("organization_id","branch_id","id"),
	CONSTRAINT "table_sessions_state" CHECK ("table_sessions"."state" in ('open', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "table_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dish_allergens" ADD CONSTRAINT "dish_allergens_organization_id_branch_id_dish_id_dishes_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","dish_id") REFERENCES "public"."dishes"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dish_modifier_groups" ADD CONSTRAINT "dish_modifier_groups_organization_id_branch_id_dish_id_dishes_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","dish_id") REFERENCES "public"."dishes"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dish_modifier_groups" ADD CONSTRAINT "dish_modifier_groups_organization_id_branch_id_group_id_modifier_groups_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","group_id") REFERENCES "public"."modifier_groups"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dishes" ADD CONSTRAINT "dishes_organization_id_branch_id_category_id_menu_categories_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","category_id") REFERENCES "public"."menu_categories"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dishes" ADD CONSTRAINT "dishes_organization_id_branch_id_station_id_stations_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","station_id") REFERENCES "public"."stations"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dishes" ADD CONSTRAINT "dishes_organization_id_branch_id_tax_rate_id_tax_rates_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","tax_rate_id") REFERENCES "public"."tax_rates"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "menu_categories" ADD CONSTRAINT "menu_categories_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modifier_groups" ADD CONSTRAINT "modifier_groups_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modifier_options" ADD CONSTRAINT "modifier_options_organization_id_branch_id_group_id_modifier_groups_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","group_id") REFERENCES "public"."modifier_groups"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option_allergens" ADD CONSTRAINT "option_allergens_organization_id_branch_id_option_id_modifier_options_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","option_id") REFERENCES "public"."modifier_options"("organization_id","branch_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stations" ADD CONSTRAINT "stations_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rates" ADD CONSTRAINT "tax_rates_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_organization_id_branch_id_order_id_orders_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","order_id") REFERENCES "public"."orders"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_organization_id_branch_id_dish_id_dishes_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","dish_id") REFERENCES "public"."dishes"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_branch_id_session_id_table_sessions_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","session_id") REFERENCES "public"."table_sessions"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_organization_id_branch_id_guest_id_guests_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","guest_id") REFERENCES "public"."guests"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_counters" ADD CONSTRAINT "order_counters_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_family_id_token_families_id_fk" FOREIGN KEY ("family_id") REFERENCES "public"."token_families"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_families" ADD CONSTRAINT "token_families_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dining_tables" ADD CONSTRAINT "dining_tables_organization_id_branch_id_branches_organization_id_id_fk" FOREIGN KEY ("organization_id","branch_id") REFERENCES "public"."branches"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guests" ADD CONSTRAINT "guests_organization_id_branch_id_session_id_table_sessions_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","session_id") REFERENCES "public"."table_sessions"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_calls" ADD CONSTRAINT "service_calls_organization_id_branch_id_session_id_table_sessions_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","session_id") REFERENCES "public"."table_sessions"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_calls" ADD CONSTRAINT "service_calls_organization_id_branch_id_guest_id_guests_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","guest_id") REFERENCES "public"."guests"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "table_sessions" ADD CONSTRAINT "table_sessions_organization_id_branch_id_table_id_dining_tables_organization_id_branch_id_id_fk" FOREIGN KEY ("organization_id","branch_id","table_id") REFERENCES "public"."dining_tables"("organization_id","branch_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_entries_organization" ON "journal_entries" USING btree ("organization_id","at");--> statement-breakpoint
CREATE INDEX "dish_allergens_branch" ON "dish_allergens" USING btree ("organization_id","branch_id");--> statement-breakpoint
CREATE INDEX "dish_modifier_groups_branch" ON "dish_modifier_groups" USING btree ("organization_id","branch_id");--> statement-breakpoint
CREATE INDEX "modifier_options_group" ON "modifier_options" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "option_allergens_branch" ON "option_allergens" USING btree ("organization_id","branch_id");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "orders_live" ON "orders" USING btree ("organization_id","branch_id","placed_at") WHERE "orders"."state" in ('pending', 'confirmed', 'preparing', 'ready');--> statement-breakpoint
CREATE INDEX "orders_session" ON "orders" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "orders_branch_time" ON "orders" USING btree ("organization_id","branch_id","placed_at");--> statement-breakpoint
CREATE INDEX "idempotency_records_created" ON "idempotency_records" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("user_id","organization_id",coalesce("branch_id", '00000000-0000-0000-0000-000000000000'));--> statement-breakpoint
CREATE INDEX "memberships_organization" ON "memberships" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "opening_hours_branch" ON "opening_hours" USING btree ("organization_id","branch_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "token_families_user" ON "token_families" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "token_families_guest" ON "token_families" USING btree ("guest_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "guests_one_host" ON "guests" USING btree ("session_id") WHERE "guests"."is_host";--> statement-breakpoint
CREATE INDEX "guests_session" ON "guests" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_calls_one_live" ON "service_calls" USING btree ("session_id","kind") WHERE "service_calls"."state" <> 'done';--> statement-breakpoint
CREATE INDEX "service_calls_branch" ON "service_calls" USING btree ("organization_id","branch_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "table_sessions_one_open" ON "table_sessions" USING btree ("table_id") WHERE "table_sessions"."state" = 'open';--> statement-breakpoint
CREATE INDEX "table_sessions_branch" ON "table_sessions" USING btree ("organization_id","branch_id","state");--> statement-breakpoint
CREATE POLICY "journal_entries_read_relay" ON "journal_entries" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('relay') and "journal_entries"."stream" = (select current_setting('app.stream', true)));--> statement-breakpoint
CREATE POLICY "journal_entries_definer" ON "journal_entries" AS PERMISSIVE FOR ALL TO "restai_definer" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "journal_streams_definer" ON "journal_streams" AS PERMISSIVE FOR ALL TO "restai_definer" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "dish_allergens_staff" ON "dish_allergens" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "dish_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "dish_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dish_allergens_read_guest_public" ON "dish_allergens" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "dish_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and exists (select 1 from dishes d where d.id = "dish_allergens"."dish_id"));--> statement-breakpoint
CREATE POLICY "dish_modifier_groups_staff" ON "dish_modifier_groups" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "dish_modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "dish_modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dish_modifier_groups_read_guest_public" ON "dish_modifier_groups" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "dish_modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dish_modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dishes_staff" ON "dishes" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "dishes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dishes"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "dishes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dishes"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dishes_read_guest_public" ON "dishes" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "dishes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dishes"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "dishes"."availability" <> 'hidden' and exists (select 1 from menu_categories c where c.id = "dishes"."category_id"));--> statement-breakpoint
CREATE POLICY "menu_categories_staff" ON "menu_categories" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "menu_categories"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "menu_categories"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "menu_categories"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "menu_categories"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "menu_categories_read_guest_public" ON "menu_categories" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "menu_categories"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "menu_categories"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "menu_categories"."published");--> statement-breakpoint
CREATE POLICY "modifier_groups_staff" ON "modifier_groups" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "modifier_groups_read_guest_public" ON "modifier_groups" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "modifier_groups"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_groups"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "modifier_options_staff" ON "modifier_options" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "modifier_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_options"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "modifier_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_options"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "modifier_options_read_guest_public" ON "modifier_options" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "modifier_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "modifier_options"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "modifier_options"."availability" <> 'hidden');--> statement-breakpoint
CREATE POLICY "option_allergens_staff" ON "option_allergens" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "option_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "option_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "option_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "option_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "option_allergens_read_guest_public" ON "option_allergens" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "option_allergens"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "option_allergens"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and exists (select 1 from modifier_options o where o.id = "option_allergens"."option_id"));--> statement-breakpoint
CREATE POLICY "stations_staff" ON "stations" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "stations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "stations"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "stations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "stations"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "stations_read_guest_public" ON "stations" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "stations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "stations"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tax_rates_staff" ON "tax_rates" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "tax_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "tax_rates"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "tax_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "tax_rates"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tax_rates_read_guest_public" ON "tax_rates" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "tax_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "tax_rates"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_lines_staff" ON "order_lines" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "order_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_lines"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "order_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_lines"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_lines_read_guest" ON "order_lines" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "order_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_lines"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "order_lines"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_lines_insert_guest" ON "order_lines" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "order_lines"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_lines"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "order_lines"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "orders_staff" ON "orders" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "orders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "orders"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "orders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "orders"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "orders_read_guest" ON "orders" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "orders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "orders"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "orders"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "orders_insert_guest" ON "orders" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "orders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "orders"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "orders"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid) and "orders"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "branches_staff" ON "branches" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "branches"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "branches"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "branches_read_guest_pending_guest_public" ON "branches" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'pending-guest', 'public') and "branches"."id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "branches_lookup" ON "branches" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "idempotency_records_staff" ON "idempotency_records" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "idempotency_records"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "idempotency_records"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "idempotency_records"."actor_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "idempotency_records"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "idempotency_records"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "idempotency_records"."actor_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "idempotency_records_read_guest" ON "idempotency_records" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "idempotency_records"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "idempotency_records"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "idempotency_records"."actor_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "idempotency_records_insert_guest" ON "idempotency_records" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "idempotency_records"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "idempotency_records"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "idempotency_records"."actor_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "memberships_staff" ON "memberships" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "memberships"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "memberships"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "memberships_lookup" ON "memberships" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "opening_hours_staff" ON "opening_hours" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "opening_hours"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "opening_hours"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "opening_hours"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "opening_hours"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "opening_hours_read_guest_public" ON "opening_hours" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'public') and "opening_hours"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "opening_hours"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_counters_staff" ON "order_counters" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_counters_read_guest" ON "order_counters" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_counters_insert_guest" ON "order_counters" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "order_counters_update_guest" ON "order_counters" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "order_counters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "order_counters"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organizations_staff" ON "organizations" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organizations_lookup" ON "organizations" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "refresh_tokens_own" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO "restai_app" USING ("refresh_tokens"."family_id" = (select nullif(current_setting('app.family_id', true), '')::uuid)) WITH CHECK ("refresh_tokens"."family_id" = (select nullif(current_setting('app.family_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "refresh_tokens_lookup" ON "refresh_tokens" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "token_families_own" ON "token_families" AS PERMISSIVE FOR ALL TO "restai_app" USING ("token_families"."id" = (select nullif(current_setting('app.family_id', true), '')::uuid)) WITH CHECK ("token_families"."id" = (select nullif(current_setting('app.family_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "token_families_lookup" ON "token_families" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "users_self_read_staff_user" ON "users" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff', 'user') and "users"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "users_colleague_read_staff" ON "users" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and exists (select 1 from memberships m where m.user_id = "users"."id" and m.organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "users_insert_staff" ON "users" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and true);--> statement-breakpoint
CREATE POLICY "users_lookup" ON "users" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "dining_tables_staff" ON "dining_tables" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "dining_tables"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dining_tables"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "dining_tables"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dining_tables"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dining_tables_read_guest_pending_guest_public" ON "dining_tables" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'pending-guest', 'public') and "dining_tables"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "dining_tables"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "dining_tables"."id" = (select nullif(current_setting('app.table_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "dining_tables_lookup" ON "dining_tables" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "guests_staff" ON "guests" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guests_read_public" ON "guests" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('public') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."session_id" in (select s.id from table_sessions s where s.table_id = (select nullif(current_setting('app.table_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "guests_insert_public" ON "guests" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('public') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."session_id" in (select s.id from table_sessions s where s.table_id = (select nullif(current_setting('app.table_id', true), '')::uuid) and s.state = 'open'));--> statement-breakpoint
CREATE POLICY "guests_read_guest" ON "guests" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guests_update_guest" ON "guests" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guests_read_pending_guest" ON "guests" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('pending-guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guests_update_pending_guest" ON "guests" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('pending-guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."id" = (select nullif(current_setting('app.guest_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('pending-guest') and "guests"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "guests"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "guests"."id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guests_lookup" ON "guests" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);--> statement-breakpoint
CREATE POLICY "service_calls_staff" ON "service_calls" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "service_calls"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "service_calls"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "service_calls"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "service_calls"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "service_calls_read_guest" ON "service_calls" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest') and "service_calls"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "service_calls"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "service_calls"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "service_calls_insert_guest" ON "service_calls" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest') and "service_calls"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "service_calls"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "service_calls"."session_id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid) and "service_calls"."guest_id" = (select nullif(current_setting('app.guest_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_staff" ON "table_sessions" AS PERMISSIVE FOR ALL TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('staff') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('staff') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_read_public" ON "table_sessions" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('public') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."table_id" = (select nullif(current_setting('app.table_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_insert_public" ON "table_sessions" AS PERMISSIVE FOR INSERT TO "restai_app" WITH CHECK ((select current_setting('app.actor_kind', true)) in ('public') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."table_id" = (select nullif(current_setting('app.table_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_update_public" ON "table_sessions" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('public') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."table_id" = (select nullif(current_setting('app.table_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('public') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."table_id" = (select nullif(current_setting('app.table_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_read_guest_pending_guest" ON "table_sessions" AS PERMISSIVE FOR SELECT TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'pending-guest') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_update_guest_pending_guest" ON "table_sessions" AS PERMISSIVE FOR UPDATE TO "restai_app" USING ((select current_setting('app.actor_kind', true)) in ('guest', 'pending-guest') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid)) WITH CHECK ((select current_setting('app.actor_kind', true)) in ('guest', 'pending-guest') and "table_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and "table_sessions"."branch_id" = (select nullif(current_setting('app.branch_id', true), '')::uuid) and "table_sessions"."id" = (select nullif(current_setting('app.table_session_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "table_sessions_lookup" ON "table_sessions" AS PERMISSIVE FOR SELECT TO "restai_definer" USING (true);