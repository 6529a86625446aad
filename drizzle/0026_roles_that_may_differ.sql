-- The session's answer, cheaper a third time. Whether a role has differences to its template was looked
-- up for each role at every request; now the role says it. That it says so truly is no trigger's promise
-- but a key's: an override refers to a role that may differ, and to no other, so whoever writes one past
-- this migration's trigger is refused. The other way round a role may say it differs where it
-- doesn't any more: that costs a look, and changes no answer.
ALTER TABLE roles ADD COLUMN may_differ boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE role_overrides ADD COLUMN may_differ boolean DEFAULT true NOT NULL;--> statement-breakpoint

-- For the length of these statements the owner sees every organization's rows.
ALTER TABLE roles NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE role_overrides NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE roles r SET may_differ = true WHERE EXISTS (SELECT FROM role_overrides o
  WHERE o.org_id = r.org_id AND o.role_id = r.id);--> statement-breakpoint
ALTER TABLE roles FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE role_overrides FORCE ROW LEVEL SECURITY;--> statement-breakpoint

ALTER TABLE roles ADD CONSTRAINT roles_may_differ UNIQUE (org_id, id, may_differ);--> statement-breakpoint
ALTER TABLE role_overrides ADD CONSTRAINT role_overrides_may_differ CHECK (may_differ);--> statement-breakpoint
ALTER TABLE role_overrides DROP CONSTRAINT role_overrides_role;--> statement-breakpoint
ALTER TABLE role_overrides ADD CONSTRAINT role_overrides_role FOREIGN KEY (org_id, role_id, may_differ)
  REFERENCES roles (org_id, id, may_differ) ON DELETE CASCADE;--> statement-breakpoint
GRANT UPDATE (may_differ) ON roles TO gatehouse_app;--> statement-breakpoint

CREATE FUNCTION mark_role_that_differs() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  UPDATE public.roles r SET may_differ = true
  WHERE r.org_id = NEW.org_id AND r.id = NEW.role_id AND NOT r.may_differ;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER role_overrides_mark_their_role BEFORE INSERT ON role_overrides
  FOR EACH ROW EXECUTE FUNCTION mark_role_that_differs();--> statement-breakpoint

GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
SET ROLE gatehouse_identity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION identity.resolve_session(p_token text, p_max_age interval) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT json_build_array(
    ARRAY[s.id::text, extract(epoch FROM s.expires_at)::text, u.id::text, u.name, u.email,
      m.id::text, m.status, m.access_version::text, m.is_billing_contact::text,
      o.id::text, o.name, o.plan],
    ARRAY(SELECT ARRAY[r.id::text, r.key, r.name,
        CASE WHEN r.may_differ THEN identity.permissions_of(r.org_id, r.id)
          ELSE (SELECT t.permissions FROM public.role_templates t WHERE t.key = r.template_key)
        END]
      FROM public.member_roles mr
      JOIN public.roles r ON r.org_id = mr.org_id AND r.id = mr.role_id
      WHERE mr.org_id = m.org_id AND mr.membership_id = m.id)
  )
  FROM auth.session s
  JOIN auth."user" u ON u.id = s.user_id
  LEFT JOIN public.memberships m ON m.org_id = s.active_organization_id AND m.user_id = s.user_id
  LEFT JOIN public.organizations o ON o.id = m.org_id
  WHERE s.token = p_token AND s.expires_at > now() AND s.created_at > now() - p_max_age
$$;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
