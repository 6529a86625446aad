CREATE TABLE "document_months" (
	"org_id" uuid NOT NULL,
	"month" date NOT NULL,
	"created" integer NOT NULL,
	CONSTRAINT "document_months_org_id_month_pk" PRIMARY KEY("org_id","month")
);
--> statement-breakpoint
ALTER TABLE "document_months" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"period_start" timestamp (3) with time zone NOT NULL,
	"period_end" timestamp (3) with time zone NOT NULL,
	"provider_event_id" text NOT NULL,
	CONSTRAINT "invoices_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invoices_once_per_event" UNIQUE("org_id","provider_event_id"),
	CONSTRAINT "invoices_plan" CHECK ("invoices"."plan" in ('free', 'pro', 'enterprise')),
	CONSTRAINT "invoices_amount" CHECK ("invoices"."amount_cents" >= 0)
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "document_months" ADD CONSTRAINT "document_months_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_by_time" ON "invoices" USING btree ("org_id","issued_at");--> statement-breakpoint
CREATE INDEX "projects_by_age" ON "projects" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "document_months" AS PERMISSIVE FOR ALL TO public USING (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid)) WITH CHECK (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invoices" AS PERMISSIVE FOR ALL TO public USING (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid)) WITH CHECK (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));--> statement-breakpoint
-- What drizzle-kit can't say: the walls bind the tables' owner too, and what the app's login may do.
ALTER TABLE document_months FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (created) ON document_months TO gatehouse_app;--> statement-breakpoint
-- An invoice is written once.
GRANT SELECT, INSERT ON invoices TO gatehouse_app;--> statement-breakpoint

-- Counted by the table itself, with the rights and the row level security of whoever inserts: no way
-- of making a document goes uncounted. Deleting one counts nothing back, or a month's limit would
-- refill by writing and deleting.
CREATE FUNCTION count_documents() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  INSERT INTO public.document_months AS counted (org_id, month, created)
  SELECT a.org_id, date_trunc('month', a.created_at AT TIME ZONE 'UTC')::date, count(*)::int
  FROM added a GROUP BY 1, 2
  ON CONFLICT (org_id, month) DO UPDATE SET created = counted.created + excluded.created;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER documents_counted AFTER INSERT ON documents REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION count_documents();--> statement-breakpoint

-- What was made until now. For the length of these statements the owner sees every organization's rows.
ALTER TABLE documents NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE document_months NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO document_months (org_id, month, created)
  SELECT org_id, date_trunc('month', created_at AT TIME ZONE 'UTC')::date, count(*)::int
  FROM documents GROUP BY 1, 2;--> statement-breakpoint
ALTER TABLE documents FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE document_months FORCE ROW LEVEL SECURITY;
