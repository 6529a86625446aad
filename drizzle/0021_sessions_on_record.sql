-- That a session began and that it ended is on record, whoever makes or ends it: the sign-in library
-- does so in statements of its own, and one click, a new password and the end of other sessions each in
-- their way. So the database writes the record, in the same transaction. A session that only expired
-- was ended by nobody; deleting it later says nothing.
CREATE FUNCTION auth.note_on_session() RETURNS trigger
LANGUAGE plpgsql VOLATILE SET search_path = '' AS $$
DECLARE
  noted record;
BEGIN
  IF TG_OP = 'INSERT' THEN noted := NEW; ELSE noted := OLD; END IF;
  INSERT INTO public.account_events (id, at, user_id, session_id, action, details)
  VALUES (
    pg_catalog.gen_random_uuid(), pg_catalog.now(), noted.user_id, noted.id, TG_ARGV[0], '{}'
  );
  RETURN NULL;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION auth.note_on_session() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER note_began AFTER INSERT ON auth.session
  FOR EACH ROW EXECUTE FUNCTION auth.note_on_session('account.sessionBegan');--> statement-breakpoint
CREATE TRIGGER note_ended AFTER DELETE ON auth.session
  FOR EACH ROW WHEN (OLD.expires_at > now())
  EXECUTE FUNCTION auth.note_on_session('account.sessionEnded');
