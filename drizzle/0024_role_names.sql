-- Two roles of one name can't be told apart where they are given, and a list of people to invite names
-- roles by what they are called. Of those that share a name today the oldest keeps it, and the others
-- get their slug behind it, which no other role of the organization has.
ALTER TABLE roles NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE roles r SET name = left(r.name, 57 - length(r.key)) || ' (' || r.key || ')'
  WHERE EXISTS (SELECT FROM roles older
    WHERE older.org_id = r.org_id AND lower(older.name) = lower(r.name)
      AND (older.created_at, older.id) < (r.created_at, r.id));--> statement-breakpoint
ALTER TABLE roles FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "roles_name" ON "roles" USING btree ("org_id",lower("name"));
