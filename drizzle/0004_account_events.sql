CREATE TABLE "account_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"action" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "account_events_by_person" ON "account_events" USING btree ("user_id","at");--> statement-breakpoint
-- Written once, like the audit trail.
GRANT SELECT, INSERT ON account_events TO gatehouse_app;
