ALTER TABLE "memberships" ADD COLUMN "is_billing_contact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
GRANT UPDATE (is_billing_contact) ON memberships TO gatehouse_app;--> statement-breakpoint
-- Naming a billing contact, or taking it back, changes what somebody may do: their access_version
-- grows, and a mutation that was decided on the flag sees it.
CREATE TRIGGER memberships_billing_contact_changed BEFORE UPDATE OF is_billing_contact ON memberships
  FOR EACH ROW WHEN (OLD.is_billing_contact IS DISTINCT FROM NEW.is_billing_contact)
  EXECUTE FUNCTION bump_access_on_status();--> statement-breakpoint

-- The session's answer with one more fact at its end.
GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
SET ROLE gatehouse_identity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION identity.resolve_session(p_token text, p_max_age interval) RETURNS json
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT json_build_array(
      s.id, extract(epoch FROM s.expires_at), u.id, u.name, u.email,
      CASE WHEN m.id IS NOT NULL THEN json_build_array(
        o.id, o.name, o.plan, m.id, m.status, m.access_version::text,
        (SELECT json_agg(json_build_array(r.id, r.key, r.name,
            (SELECT string_agg(rp.permission, ' ')
             FROM public.role_permissions rp
             WHERE rp.org_id = r.org_id AND rp.role_id = r.id)
          ) ORDER BY r.key)
         FROM public.member_roles mr
         JOIN public.roles r ON r.org_id = mr.org_id AND r.id = mr.role_id
         WHERE mr.org_id = m.org_id AND mr.membership_id = m.id),
        m.is_billing_contact
      ) END
    )
    FROM auth.session s
    JOIN auth."user" u ON u.id = s.user_id
    LEFT JOIN public.memberships m ON m.org_id = s.active_organization_id AND m.user_id = s.user_id
    LEFT JOIN public.organizations o ON o.id = m.org_id
    WHERE s.token = p_token AND s.expires_at > now() AND s.created_at > now() - p_max_age
  );
END $$;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
