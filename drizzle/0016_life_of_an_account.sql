-- What happens to an account outside of a session (signing up, confirming an address, replacing a
-- forgotten password) is on record too. The sign-in library makes these changes, and hands nobody
-- its transaction: so the database writes the record, in the same one.
ALTER TABLE "account_events" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
CREATE FUNCTION auth.note_on_account() RETURNS trigger
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
BEGIN
  INSERT INTO public.account_events (id, at, user_id, action, details)
  VALUES (
    pg_catalog.gen_random_uuid(), pg_catalog.now(),
    CASE TG_TABLE_NAME WHEN 'user' THEN (pg_catalog.to_jsonb(NEW) ->> 'id')::uuid
      ELSE (pg_catalog.to_jsonb(NEW) ->> 'user_id')::uuid END,
    TG_ARGV[0], '{}'
  );
  RETURN NULL;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION auth.note_on_account() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER note_signed_up AFTER INSERT ON auth."user"
  FOR EACH ROW WHEN (NOT NEW.email_verified)
  EXECUTE FUNCTION auth.note_on_account('account.signUp');--> statement-breakpoint
CREATE TRIGGER note_confirmed AFTER UPDATE OF email_verified ON auth."user"
  FOR EACH ROW WHEN (NEW.email_verified AND NOT OLD.email_verified)
  EXECUTE FUNCTION auth.note_on_account('account.confirmAddress');--> statement-breakpoint
CREATE TRIGGER note_password AFTER UPDATE OF password ON auth.account
  FOR EACH ROW WHEN (NEW.password IS DISTINCT FROM OLD.password)
  EXECUTE FUNCTION auth.note_on_account('account.setPassword');--> statement-breakpoint

-- An account that nobody has confirmed is a claim: who was invited to its address is new.
GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
SET ROLE gatehouse_identity;--> statement-breakpoint
CREATE OR REPLACE FUNCTION identity.find_invitation(p_token_hash text)
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
  LEFT JOIN auth."user" a ON a.email = i.email AND a.email_verified
  WHERE i.token_hash = p_token_hash AND i.status = 'pending' AND i.expires_at > now();
END $$;--> statement-breakpoint

-- Kept for a time only, besides refusals and counters: sessions and verifications until they expire,
-- claims for a week, what people did to their accounts for 400 days.
CREATE OR REPLACE FUNCTION identity.delete_expired_records() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  total integer := 0;
  gone integer;
BEGIN
  DELETE FROM public.denials WHERE id IN (
    SELECT id FROM public.denials WHERE at < now() - interval '90 days' LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM public.denial_counts WHERE (minute, caller, entrance) IN (
    SELECT minute, caller, entrance FROM public.denial_counts
    WHERE minute < now() - interval '90 days' LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  -- Said twice, here and below: what starts anew while this waits for its row is not expired any more.
  DELETE FROM platform.rate_limits
  WHERE expire < extract(epoch FROM now()) * 1000 AND key IN (
    SELECT key FROM platform.rate_limits
    WHERE expire < extract(epoch FROM now()) * 1000 LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM auth.session WHERE expires_at < now() AND id IN (
    SELECT id FROM auth.session WHERE expires_at < now() LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM auth.verification WHERE expires_at < now() AND id IN (
    SELECT id FROM auth.verification WHERE expires_at < now() LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM auth."user" u WHERE NOT u.email_verified AND u.id IN (
    SELECT c.id FROM auth."user" c
    WHERE NOT c.email_verified AND c.created_at < now() - interval '7 days'
      AND NOT EXISTS (SELECT FROM public.memberships m WHERE m.user_id = c.id)
    LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  total := total + gone;
  DELETE FROM public.account_events WHERE id IN (
    SELECT id FROM public.account_events WHERE at < now() - interval '400 days' LIMIT 10000
  );
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN total + gone;
END $$;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;--> statement-breakpoint
GRANT DELETE ON auth.session TO gatehouse_identity;--> statement-breakpoint
GRANT DELETE ON auth."user" TO gatehouse_identity;--> statement-breakpoint
GRANT SELECT, DELETE ON auth.verification, account_events TO gatehouse_identity;
