-- Roles that an organization owns. Until now a role's permissions were copied from its template when
-- the organization was founded; from here on a role follows its template, and only what it does
-- otherwise is stored. What each role grants doesn't change by this migration.
ALTER TABLE roles ADD COLUMN cloned_from text;--> statement-breakpoint
ALTER TABLE roles ADD COLUMN is_custom boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE roles ADD COLUMN is_default boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE roles ADD COLUMN version integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE roles ADD COLUMN updated_at timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE roles ADD CONSTRAINT roles_cloned_from_role_templates_key_fk FOREIGN KEY (cloned_from) REFERENCES role_templates (key);--> statement-breakpoint
CREATE UNIQUE INDEX roles_one_default_role ON roles (org_id) WHERE is_default;--> statement-breakpoint

-- The table of permissions becomes the table of differences. Its triggers stay: a change of them
-- still raises the access_version of whoever holds the role.
ALTER TABLE role_permissions RENAME TO role_overrides;--> statement-breakpoint
ALTER TABLE role_overrides RENAME CONSTRAINT role_permissions_org_id_role_id_permission_pk TO role_overrides_org_id_role_id_permission_pk;--> statement-breakpoint
ALTER TABLE role_overrides RENAME CONSTRAINT role_permissions_role TO role_overrides_role;--> statement-breakpoint
ALTER TABLE role_overrides RENAME CONSTRAINT role_permissions_permission_permissions_key_fk TO role_overrides_permission_permissions_key_fk;--> statement-breakpoint
ALTER TRIGGER role_permissions_added ON role_overrides RENAME TO role_overrides_added;--> statement-breakpoint
ALTER TRIGGER role_permissions_removed ON role_overrides RENAME TO role_overrides_taken_back;--> statement-breakpoint
ALTER TABLE role_overrides ADD COLUMN granted boolean NOT NULL DEFAULT true;--> statement-breakpoint

-- For the length of these statements the owner sees every organization's rows.
ALTER TABLE roles NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE role_overrides NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE roles SET cloned_from = template_key, is_custom = template_key IS NULL,
  is_default = (template_key = 'viewer') IS TRUE;--> statement-breakpoint
INSERT INTO role_overrides (org_id, role_id, permission, granted)
  SELECT r.org_id, r.id, t.permission, false
  FROM roles r JOIN role_template_permissions t ON t.template_key = r.template_key
  WHERE NOT EXISTS (SELECT FROM role_overrides o
    WHERE o.org_id = r.org_id AND o.role_id = r.id AND o.permission = t.permission);--> statement-breakpoint
DELETE FROM role_overrides o USING roles r, role_template_permissions t
  WHERE o.granted AND r.org_id = o.org_id AND r.id = o.role_id
    AND t.template_key = r.template_key AND t.permission = o.permission;--> statement-breakpoint
ALTER TABLE roles FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE role_overrides FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- What each role grants now. Everything that asks for permissions asks here, so that a change of a
-- template reaches every role that follows it at once. security_invoker: the reader's row level
-- security decides.
CREATE VIEW role_permissions WITH (security_invoker = true) AS
  SELECT r.org_id, r.id AS role_id, t.permission
  FROM roles r JOIN role_template_permissions t ON t.template_key = r.template_key
  WHERE NOT EXISTS (SELECT FROM role_overrides o
    WHERE o.org_id = r.org_id AND o.role_id = r.id AND o.permission = t.permission)
  UNION ALL
  SELECT o.org_id, o.role_id, o.permission FROM role_overrides o WHERE o.granted;--> statement-breakpoint
GRANT SELECT ON role_permissions TO gatehouse_app, gatehouse_identity;--> statement-breakpoint
GRANT SELECT ON role_template_permissions TO gatehouse_identity;--> statement-breakpoint

-- The app renames, describes and detaches. A role's key, its organization and being the owner's it
-- never changes.
GRANT UPDATE (name, description, template_key, is_default, version, updated_at) ON roles TO gatehouse_app;--> statement-breakpoint

-- A role stops following, or goes on; it never follows another template. Owner stays what it is,
-- so that whoever holds it can always manage the organization.
CREATE FUNCTION keep_template_of_role() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.template_key IS NOT NULL OR OLD.is_owner THEN
    RAISE EXCEPTION 'a role keeps its template or is detached from it, and the owner role is not'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'role_keeps_its_template';
  END IF;
  UPDATE public.memberships m SET access_version = m.access_version + 1
  FROM public.member_roles mr
  WHERE mr.org_id = NEW.org_id AND mr.role_id = NEW.id AND m.org_id = mr.org_id AND m.id = mr.membership_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER roles_detached AFTER UPDATE OF template_key ON roles FOR EACH ROW
  WHEN (OLD.template_key IS DISTINCT FROM NEW.template_key)
  EXECUTE FUNCTION keep_template_of_role();--> statement-breakpoint
CREATE FUNCTION keep_owner_role_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM public.roles r WHERE r.org_id = NEW.org_id AND r.id = NEW.role_id AND r.is_owner) THEN
    RAISE EXCEPTION 'the owner role has no overrides'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'owner_role_stays_whole';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER role_overrides_never_of_owner BEFORE INSERT OR UPDATE ON role_overrides
  FOR EACH ROW EXECUTE FUNCTION keep_owner_role_whole();--> statement-breakpoint

-- The registry grew: who holds which role is seen with a permission of its own.
INSERT INTO permissions (key, description) VALUES ('org:assignments:read', 'See who holds which role.');--> statement-breakpoint
INSERT INTO role_template_permissions (template_key, permission) VALUES
  ('owner', 'org:assignments:read'),
  ('admin', 'org:assignments:read'),
  ('editor', 'org:assignments:read'),
  ('viewer', 'org:assignments:read');
