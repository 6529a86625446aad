-- The identity door: what must be known before a tenant is. A handful of functions that run as
-- gatehouse_identity, a role nobody can log in as, which sees rows only through the SELECT policies
-- below (it has no BYPASSRLS). Each function's search_path is empty, so that nobody can put a table
-- of their own in its way. tests/isolation/catalogue.test.ts knows them by name: a new one fails.

CREATE SCHEMA identity;--> statement-breakpoint
GRANT USAGE ON SCHEMA identity TO gatehouse_app;--> statement-breakpoint
-- CREATE is needed for the moment of handing the functions over, and taken back at the end.
GRANT USAGE, CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
GRANT USAGE ON SCHEMA public, auth TO gatehouse_identity;--> statement-breakpoint

GRANT SELECT ON auth.session, auth."user" TO gatehouse_identity;--> statement-breakpoint
GRANT SELECT ON organizations, memberships, roles, role_permissions, member_roles
  TO gatehouse_identity;--> statement-breakpoint
CREATE POLICY identity_door ON organizations FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint
CREATE POLICY identity_door ON memberships FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint
CREATE POLICY identity_door ON roles FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint
CREATE POLICY identity_door ON role_permissions FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint
CREATE POLICY identity_door ON member_roles FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint

-- Who holds this session, where do they work, and what may they do there? One statement per request.
-- Null organization columns: no active organization, or no membership in it.
CREATE FUNCTION identity.resolve_session(p_token text, p_max_age interval)
RETURNS TABLE (
  session_id uuid, user_id uuid, user_name text, user_email text,
  created_at timestamptz, expires_at timestamptz,
  org_id uuid, org_name text, org_plan text,
  membership_id uuid, status text, access_version bigint,
  roles jsonb, permissions text[]
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
  SELECT s.id, s.user_id, u.name, u.email, s.created_at, s.expires_at,
         o.id, o.name, o.plan, m.id, m.status, m.access_version, held.roles, granted.permissions
  FROM auth.session s
  JOIN auth."user" u ON u.id = s.user_id
  LEFT JOIN public.memberships m ON m.org_id = s.active_organization_id AND m.user_id = s.user_id
  LEFT JOIN public.organizations o ON o.id = m.org_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) ORDER BY r.key) AS roles
    FROM public.member_roles mr
    JOIN public.roles r ON r.org_id = mr.org_id AND r.id = mr.role_id
    WHERE mr.org_id = m.org_id AND mr.membership_id = m.id
  ) held ON true
  LEFT JOIN LATERAL (
    SELECT array_agg(DISTINCT rp.permission) AS permissions
    FROM public.member_roles mr
    JOIN public.role_permissions rp ON rp.org_id = mr.org_id AND rp.role_id = mr.role_id
    WHERE mr.org_id = m.org_id AND mr.membership_id = m.id
  ) granted ON true
  WHERE s.token = p_token AND s.expires_at > now() AND s.created_at > now() - p_max_age;
END $$;--> statement-breakpoint

-- Which organizations is this person in? For the switcher, and to choose one at sign-in.
CREATE FUNCTION identity.organizations_of(p_user_id uuid)
RETURNS TABLE (org_id uuid, name text, plan text, status text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
  SELECT o.id, o.name, o.plan, m.status
  FROM public.memberships m JOIN public.organizations o ON o.id = m.org_id
  WHERE m.user_id = p_user_id
  ORDER BY o.name, o.id;
END $$;--> statement-breakpoint

-- Puts a refusal on record: the first five of a caller × entrance × minute in full, the rest counted.
GRANT INSERT ON denials TO gatehouse_identity;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON denial_counts TO gatehouse_identity;--> statement-breakpoint
CREATE POLICY identity_door ON denials FOR INSERT TO gatehouse_identity WITH CHECK (true);--> statement-breakpoint
CREATE FUNCTION identity.record_denial(
  p_id uuid, p_caller text, p_org_id uuid, p_user_id uuid,
  p_entrance text, p_code text, p_permission text, p_request_id text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  seen integer;
BEGIN
  INSERT INTO public.denial_counts AS c (minute, caller, entrance, count)
  VALUES (date_trunc('minute', now()), p_caller, p_entrance, 1)
  ON CONFLICT (minute, caller, entrance) DO UPDATE SET count = c.count + 1
  RETURNING c.count INTO seen;
  IF seen <= 5 THEN
    INSERT INTO public.denials (id, at, org_id, user_id, entrance, code, permission, request_id)
    VALUES (p_id, now(), p_org_id, p_user_id, p_entrance, p_code, p_permission, p_request_id);
  END IF;
END $$;--> statement-breakpoint

-- An organization never loses its last active owner. Checked at commit, whoever made the change and
-- however many did at once: the lock makes the second of two demotions see the first.
CREATE FUNCTION identity.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM public.organizations WHERE id = OLD.org_id) THEN
    RETURN NULL; -- the whole organization is going
  END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(OLD.org_id::text, 0));
  IF NOT EXISTS (
    SELECT FROM public.roles r
    JOIN public.member_roles mr ON mr.org_id = r.org_id AND mr.role_id = r.id
    JOIN public.memberships m ON m.org_id = mr.org_id AND m.id = mr.membership_id
    WHERE r.org_id = OLD.org_id AND r.is_owner AND m.status = 'active'
  ) THEN
    RAISE EXCEPTION 'an organization keeps at least one active owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER DELETE ON member_roles
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION identity.keep_an_owner();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER keep_an_owner AFTER UPDATE OF status OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION identity.keep_an_owner();--> statement-breakpoint

-- Hand over, and let only the app's login in.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA identity FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.resolve_session(text, interval),
  identity.organizations_of(uuid),
  identity.record_denial(uuid, text, uuid, uuid, text, text, text, text)
  TO gatehouse_app;--> statement-breakpoint
ALTER FUNCTION identity.resolve_session(text, interval) OWNER TO gatehouse_identity;--> statement-breakpoint
ALTER FUNCTION identity.organizations_of(uuid) OWNER TO gatehouse_identity;--> statement-breakpoint
ALTER FUNCTION identity.record_denial(uuid, text, uuid, uuid, text, text, text, text)
  OWNER TO gatehouse_identity;--> statement-breakpoint
ALTER FUNCTION identity.keep_an_owner() OWNER TO gatehouse_identity;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
