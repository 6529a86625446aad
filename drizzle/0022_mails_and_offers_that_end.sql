ALTER TABLE "invitations" ADD COLUMN "undelivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "pending_plan" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_pending_plan" CHECK ("organizations"."pending_plan" in ('free', 'pro', 'enterprise') and "organizations"."pending_plan" <> "organizations"."plan");--> statement-breakpoint
GRANT UPDATE (undelivered_at) ON invitations TO gatehouse_app;--> statement-breakpoint

-- An offer of ownership ends for good when its giver stops owning: else it would stand again, unseen,
-- once they own again. Looked at when the transaction ends, so that roles that are taken and given in
-- one go end nothing; whoever changes them, and by whichever way.
CREATE FUNCTION end_offers_of_former_owners() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  DELETE FROM public.ownership_offers o
  WHERE o.org_id = OLD.org_id
    AND o.giver_id = CASE TG_TABLE_NAME
      WHEN 'memberships' THEN (pg_catalog.to_jsonb(OLD) ->> 'id')::uuid
      ELSE (pg_catalog.to_jsonb(OLD) ->> 'membership_id')::uuid
    END
    AND NOT EXISTS (
      SELECT FROM public.memberships m
      JOIN public.member_roles mr ON mr.org_id = m.org_id AND mr.membership_id = m.id
      JOIN public.roles r ON r.org_id = mr.org_id AND r.id = mr.role_id
      WHERE m.org_id = o.org_id AND m.id = o.giver_id AND m.status = 'active' AND r.is_owner
    );
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER end_offers AFTER DELETE ON member_roles
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_offers_of_former_owners();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER end_offers AFTER UPDATE OF status ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_offers_of_former_owners();
