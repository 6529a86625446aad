-- Refusals beyond the first few of a caller × entrance × minute are counted in the process and
-- written in one statement a second: a flood of refused requests must not become a flood of writes
-- that queue for one row and take the connections of everybody else.

GRANT CREATE ON SCHEMA identity TO gatehouse_identity;--> statement-breakpoint
CREATE FUNCTION identity.count_denials(
  p_minutes timestamptz[], p_callers text[], p_entrances text[], p_counts integer[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.denial_counts AS c (minute, caller, entrance, count)
  SELECT * FROM unnest(p_minutes, p_callers, p_entrances, p_counts)
  -- In one order everywhere, so that two processes can't deadlock.
  ORDER BY 1, 2, 3
  ON CONFLICT (minute, caller, entrance) DO UPDATE SET count = c.count + excluded.count;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION identity.count_denials(timestamptz[], text[], text[], integer[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.count_denials(timestamptz[], text[], text[], integer[])
  TO gatehouse_app;--> statement-breakpoint
ALTER FUNCTION identity.count_denials(timestamptz[], text[], text[], integer[])
  OWNER TO gatehouse_identity;--> statement-breakpoint
REVOKE CREATE ON SCHEMA identity FROM gatehouse_identity;
