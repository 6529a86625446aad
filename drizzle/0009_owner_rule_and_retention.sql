-- The owner rule looks at what others have committed once it holds its lock. In a transaction whose
-- snapshot is older (REPEATABLE READ, SERIALIZABLE) it would look at the past, and two owners could
-- demote each other: there it refuses. The app's transactions are READ COMMITTED.
GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
SET ROLE gatehouse_identity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION identity.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF pg_catalog.current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted')
  THEN
    RAISE EXCEPTION 'who owns an organization is changed in READ COMMITTED transactions alone'
      USING ERRCODE = 'feature_not_supported';
  END IF;
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
RESET ROLE;--> statement-breakpoint

-- What is kept for a time only. Refusals: 90 days. Counters of sign-in attempts: until they expire.
-- One function deletes them, without an argument: whoever calls it can delete nothing younger. For
-- refusals the policies say so as well.
GRANT SELECT, DELETE ON denials TO gatehouse_identity;--> statement-breakpoint
GRANT DELETE ON denial_counts TO gatehouse_identity;--> statement-breakpoint
CREATE POLICY expired_seen ON denials FOR SELECT TO gatehouse_identity
  USING (at < now() - interval '90 days');--> statement-breakpoint
CREATE POLICY expired_deleted ON denials FOR DELETE TO gatehouse_identity
  USING (at < now() - interval '90 days');--> statement-breakpoint
GRANT USAGE ON SCHEMA platform TO gatehouse_identity;--> statement-breakpoint
GRANT SELECT, DELETE ON platform.rate_limits TO gatehouse_identity;--> statement-breakpoint
REVOKE DELETE ON platform.rate_limits FROM gatehouse_app;--> statement-breakpoint

-- At most 10000 of each at a time, which ends before the statement's time does. Returns how many.
CREATE FUNCTION identity.delete_expired_records() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  refusals integer;
  counts integer;
  counters integer;
BEGIN
  DELETE FROM public.denials WHERE id IN (
    SELECT id FROM public.denials WHERE at < now() - interval '90 days' LIMIT 10000
  );
  GET DIAGNOSTICS refusals = ROW_COUNT;
  DELETE FROM public.denial_counts WHERE (minute, caller, entrance) IN (
    SELECT minute, caller, entrance FROM public.denial_counts
    WHERE minute < now() - interval '90 days' LIMIT 10000
  );
  GET DIAGNOSTICS counts = ROW_COUNT;
  -- Said twice: one that starts anew while this waits for its row is not expired any more.
  DELETE FROM platform.rate_limits
  WHERE expire < extract(epoch FROM now()) * 1000 AND key IN (
    SELECT key FROM platform.rate_limits
    WHERE expire < extract(epoch FROM now()) * 1000 LIMIT 10000
  );
  GET DIAGNOSTICS counters = ROW_COUNT;
  RETURN refusals + counts + counters;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION identity.delete_expired_records() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.delete_expired_records() TO gatehouse_app;--> statement-breakpoint
ALTER FUNCTION identity.delete_expired_records() OWNER TO gatehouse_identity;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
