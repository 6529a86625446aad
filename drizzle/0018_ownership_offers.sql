CREATE TABLE "ownership_offers" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"giver_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ownership_offers_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "ownership_offers_one_at_a_time" UNIQUE("org_id"),
	CONSTRAINT "ownership_offers_two_people" CHECK ("ownership_offers"."giver_id" <> "ownership_offers"."recipient_id")
);
--> statement-breakpoint
ALTER TABLE "ownership_offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ownership_offers" ADD CONSTRAINT "ownership_offers_giver" FOREIGN KEY ("org_id","giver_id") REFERENCES "public"."memberships"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ownership_offers" ADD CONSTRAINT "ownership_offers_recipient" FOREIGN KEY ("org_id","recipient_id") REFERENCES "public"."memberships"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "ownership_offers" AS PERMISSIVE FOR ALL TO public USING (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid)) WITH CHECK (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));--> statement-breakpoint
-- What drizzle-kit can't say: the wall binds the table's owner too, and what the app's login may do. An
-- offer is made and ended, never rewritten.
ALTER TABLE ownership_offers FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON ownership_offers TO gatehouse_app;
