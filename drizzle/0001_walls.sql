-- The walls: row level security that binds the tables' owner too, and what the app's login may do.
-- Hand-written, since drizzle-kit emits neither FORCE nor GRANT. Every statement here is checked by
-- tests/isolation/catalogue.test.ts against the live catalogue.

ALTER TABLE organizations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE roles FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE role_permissions FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE member_roles FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE projects FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE documents FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE denials FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- A document's owner is a member of the document's organization. When the membership ends, the
-- document stays and this one column empties (a column list, which needs PostgreSQL 15).
ALTER TABLE documents ADD CONSTRAINT documents_owner
  FOREIGN KEY (org_id, owner_id) REFERENCES memberships (org_id, user_id)
  ON DELETE SET NULL (owner_id);--> statement-breakpoint

-- People as an organization may see them. security_invoker: the reader's row level security on
-- memberships decides, so this cannot be used to list everybody.
CREATE VIEW member_profiles WITH (security_invoker = true) AS
  SELECT m.org_id, m.id AS membership_id, m.user_id, u.name, u.email
  FROM memberships m JOIN auth."user" u ON u.id = m.user_id;--> statement-breakpoint

GRANT USAGE ON SCHEMA public, auth, platform, drizzle TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  organizations, memberships, roles, role_permissions, member_roles, projects, documents
  TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON permissions, role_templates, role_template_permissions, member_profiles
  TO gatehouse_app;--> statement-breakpoint
-- The trail is written once: no UPDATE, no DELETE, no TRUNCATE.
GRANT SELECT, INSERT ON audit_events TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_heads TO gatehouse_app;--> statement-breakpoint
GRANT SELECT ON denials TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO gatehouse_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA platform TO gatehouse_app;--> statement-breakpoint
-- Readiness compares what has been applied with what the build knows.
GRANT SELECT ON drizzle.__drizzle_migrations TO gatehouse_app;--> statement-breakpoint

-- A member's rights change whenever a role is given or taken, or a role's permissions change:
-- their access_version grows then, whoever made the change. The UPDATE also waits for every
-- mutation of theirs that is under way, since those hold the row with a share lock.
CREATE FUNCTION bump_access_of_member() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  UPDATE public.memberships m SET access_version = m.access_version + 1
  FROM (SELECT DISTINCT org_id, membership_id FROM changed) c
  WHERE m.org_id = c.org_id AND m.id = c.membership_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER member_roles_given AFTER INSERT ON member_roles
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_access_of_member();--> statement-breakpoint
CREATE TRIGGER member_roles_taken AFTER DELETE ON member_roles
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_access_of_member();--> statement-breakpoint

CREATE FUNCTION bump_access_of_holders() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  UPDATE public.memberships m SET access_version = m.access_version + 1
  FROM (SELECT DISTINCT mr.org_id, mr.membership_id FROM changed c
        JOIN public.member_roles mr ON mr.org_id = c.org_id AND mr.role_id = c.role_id) held
  WHERE m.org_id = held.org_id AND m.id = held.membership_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER role_permissions_added AFTER INSERT ON role_permissions
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_access_of_holders();--> statement-breakpoint
CREATE TRIGGER role_permissions_removed AFTER DELETE ON role_permissions
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_access_of_holders();--> statement-breakpoint

-- Rows of these two tables are given and taken, never rewritten: an UPDATE would slip past the
-- triggers above.
REVOKE UPDATE ON member_roles, role_permissions FROM gatehouse_app;--> statement-breakpoint

CREATE FUNCTION bump_access_on_status() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.access_version := OLD.access_version + 1;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER memberships_status_changed BEFORE UPDATE OF status ON memberships
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION bump_access_on_status();
