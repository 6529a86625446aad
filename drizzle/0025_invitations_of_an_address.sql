CREATE INDEX "invitations_open_by_email" ON "invitations" USING btree ("email") WHERE "invitations"."status" = 'pending';--> statement-breakpoint

-- Who has invited this person's own address? Told of a verified address alone, and only where it leads:
-- no id and no token, so that what is answered here opens nothing.
GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
CREATE FUNCTION identity.invitations_of(p_user_id uuid)
RETURNS TABLE (org_name text, role_name text, inviter_name text, expires_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
  SELECT o.name, r.name, u.name, i.expires_at::timestamptz
  FROM auth."user" me
  JOIN public.invitations i ON i.email = lower(me.email)
  JOIN public.organizations o ON o.id = i.org_id
  JOIN public.roles r ON r.org_id = i.org_id AND r.id = i.role_id
  JOIN auth."user" u ON u.id = i.inviter_id
  WHERE me.id = p_user_id AND me.email_verified
    AND i.status = 'pending' AND i.expires_at > now()
    AND NOT EXISTS (SELECT FROM public.memberships m WHERE m.org_id = i.org_id AND m.user_id = me.id)
  ORDER BY i.expires_at, i.id
  LIMIT 50;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION identity.invitations_of(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.invitations_of(uuid) TO gatehouse_app;--> statement-breakpoint
ALTER FUNCTION identity.invitations_of(uuid) OWNER TO gatehouse_identity;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
