ALTER TABLE "dishes" ADD COLUMN "photo" text;--> statement-breakpoint
ALTER TABLE "dishes" ADD CONSTRAINT "dishes_photo" CHECK ("dishes"."photo" ~ '^[0-9a-f]{32}$');