DROP INDEX "projects_by_name";--> statement-breakpoint
CREATE INDEX "documents_by_status" ON "documents" USING btree ("org_id","status","updated_at");--> statement-breakpoint
CREATE INDEX "documents_by_title" ON "documents" USING btree ("org_id",lower("title"),"id");--> statement-breakpoint
CREATE INDEX "projects_by_name" ON "projects" USING btree ("org_id",lower("name"),"id");