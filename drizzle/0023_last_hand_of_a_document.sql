ALTER TABLE "documents" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
CREATE INDEX "documents_by_last_hand" ON "documents" USING btree ("org_id","updated_by");--> statement-breakpoint

-- Like the owner: a member of the document's organization, and nobody once that is over. Of documents
-- that nobody has changed since, it is not known.
ALTER TABLE documents ADD CONSTRAINT documents_last_hand
  FOREIGN KEY (org_id, updated_by) REFERENCES memberships (org_id, user_id)
  ON DELETE SET NULL (updated_by);
