-- The session's answer, cheaper once more: what a template grants is read as one value instead of
-- being put together from twenty rows at every request, and the answer is two arrays of texts, since
-- JSON that is built of single values looks up how to write each of them.
--
-- The column repeats role_template_permissions, and the trigger keeps it so, whoever changes those rows.
-- Templates are written by migrations alone and belong to no organization, so no row level security
-- can hide one of them from it; a column on each organization's roles would not have that (004).
ALTER TABLE role_templates ADD COLUMN permissions text;--> statement-breakpoint
UPDATE role_templates t SET permissions = (SELECT string_agg(p.permission, ' ' ORDER BY p.permission)
  FROM role_template_permissions p WHERE p.template_key = t.key);--> statement-breakpoint
CREATE FUNCTION keep_template_in_one_row() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  UPDATE public.role_templates t SET permissions = granted.permissions
  FROM (SELECT r.key, string_agg(p.permission, ' ' ORDER BY p.permission) AS permissions
    FROM public.role_templates r LEFT JOIN public.role_template_permissions p ON p.template_key = r.key
    GROUP BY r.key) granted
  WHERE t.key = granted.key AND t.permissions IS DISTINCT FROM granted.permissions;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER role_template_permissions_changed
  AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON role_template_permissions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_template_in_one_row();--> statement-breakpoint
GRANT SELECT ON role_templates TO gatehouse_identity;--> statement-breakpoint

GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
SET ROLE gatehouse_identity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION identity.resolve_session(p_token text, p_max_age interval) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT json_build_array(
    ARRAY[s.id::text, extract(epoch FROM s.expires_at)::text, u.id::text, u.name, u.email,
      m.id::text, m.status, m.access_version::text, m.is_billing_contact::text,
      o.id::text, o.name, o.plan],
    ARRAY(SELECT ARRAY[r.id::text, r.key, r.name,
        CASE WHEN EXISTS (SELECT FROM public.role_overrides d
            WHERE d.org_id = r.org_id AND d.role_id = r.id)
          THEN identity.permissions_of(r.org_id, r.id)
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
