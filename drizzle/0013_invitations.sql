CREATE TABLE "invitations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"inviter_id" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sends" integer DEFAULT 1 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invitations_status" CHECK ("invitations"."status" in ('pending', 'accepted', 'revoked')),
	CONSTRAINT "invitations_email" CHECK ("invitations"."email" = lower("invitations"."email"))
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" FOREIGN KEY ("org_id","role_id") REFERENCES "public"."roles"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_by_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_pending" ON "invitations" USING btree ("org_id","email") WHERE "invitations"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "invitations_by_time" ON "invitations" USING btree ("org_id","sent_at");--> statement-breakpoint
CREATE POLICY "tenant_isolation" ON "invitations" AS PERMISSIVE FOR ALL TO public USING (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid)) WITH CHECK (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));--> statement-breakpoint
-- What drizzle-kit can't say: the walls bind the tables' owner too, what the app's login may do, and
-- the identity door's question.
ALTER TABLE invitations FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON invitations TO gatehouse_app;--> statement-breakpoint
-- Whom an invitation is for, and into what, is never rewritten.
GRANT UPDATE (token_hash, status, sent_at, sends, expires_at) ON invitations TO gatehouse_app;--> statement-breakpoint

-- Which invitation has this token? Asked by somebody who belongs to nothing yet. Nothing is answered
-- for one that was used, taken back or has expired, as for one that never was.
GRANT SELECT ON invitations TO gatehouse_identity;--> statement-breakpoint
CREATE POLICY identity_door ON invitations FOR SELECT TO gatehouse_identity USING (true);--> statement-breakpoint
GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
CREATE FUNCTION identity.find_invitation(p_token_hash text)
RETURNS TABLE (
  org_id uuid, org_name text, invitation_id uuid, email text,
  role_name text, inviter_name text, account_id uuid
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
  SELECT o.id, o.name, i.id, i.email, r.name, u.name, a.id
  FROM public.invitations i
  JOIN public.organizations o ON o.id = i.org_id
  JOIN public.roles r ON r.org_id = i.org_id AND r.id = i.role_id
  JOIN auth."user" u ON u.id = i.inviter_id
  LEFT JOIN auth."user" a ON a.email = i.email
  WHERE i.token_hash = p_token_hash AND i.status = 'pending' AND i.expires_at > now();
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION identity.find_invitation(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.find_invitation(text) TO gatehouse_app;--> statement-breakpoint
ALTER FUNCTION identity.find_invitation(text) OWNER TO gatehouse_identity;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
