-- The three database roles, for the whole cluster. Run it once per cluster, as a superuser or as a
-- role with CREATEROLE, before the first migration; running it again changes nothing.
-- Works on PostgreSQL 15 and later. `npm run demo`, `npm run dev` and the tests run this very file.
--
--   gatehouse_owner     owns the databases and runs the migrations. Not a superuser, and row level
--                       security applies to it as well (the tables force it).
--   gatehouse_app       what the server signs in as. Owns nothing and can become neither of the
--                       others, so it can neither switch off a policy nor change a table.
--   gatehouse_identity  nobody signs in as it. It owns the few functions that answer what must be
--                       known before a tenant is: whose session this is, and which organizations
--                       are theirs.
--
-- In production, once, with psql as the same administrator:
--
--   \i drizzle/roles.sql
--   \password gatehouse_owner
--   \password gatehouse_app
--   GRANT gatehouse_owner TO CURRENT_USER;      -- only if you are not a superuser
--   CREATE DATABASE gatehouse OWNER gatehouse_owner;
--   REVOKE ALL ON DATABASE gatehouse FROM PUBLIC;
--   GRANT CONNECT ON DATABASE gatehouse TO gatehouse_app;
--   \c gatehouse
--   ALTER SCHEMA public OWNER TO gatehouse_owner;
--
-- \password is used because it sends a hash: no password reaches the server's log or this file.
-- DATABASE_OWNER_URL is then the owner's address (migrations), DATABASE_URL the app's (the server).

DO $$
BEGIN
  -- NOINHERIT: the owner holds gatehouse_identity's rights only while a migration says SET ROLE.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_owner') THEN
    CREATE ROLE gatehouse_owner LOGIN NOINHERIT
      NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_app') THEN
    CREATE ROLE gatehouse_app LOGIN
      NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gatehouse_identity') THEN
    CREATE ROLE gatehouse_identity NOLOGIN
      NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
  END IF;
END
$$;

-- A role of that name may have been there before. One that could step around the walls is refused
-- here, loudly, and left as it is: it may be somebody else's.
DO $$
DECLARE
  unsafe text;
BEGIN
  SELECT string_agg(rolname, ', ') INTO unsafe
  FROM pg_roles
  WHERE rolname IN ('gatehouse_owner', 'gatehouse_app', 'gatehouse_identity')
    AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
         OR rolcanlogin <> (rolname <> 'gatehouse_identity')
         OR (rolname = 'gatehouse_owner' AND rolinherit));
  IF unsafe IS NOT NULL THEN
    RAISE EXCEPTION 'roles that exist already have other rights than drizzle/roles.sql gives them: %', unsafe
      USING HINT = 'Compare them with the CREATE ROLE statements in this file.';
  END IF;

  -- Memberships count as well: a login can become any role that it is a member of, however indirectly.
  SELECT string_agg(format('%I (can become %I)', login.rolname, other.rolname), ', ') INTO unsafe
  FROM pg_roles login
  JOIN pg_roles other ON other.oid <> login.oid AND pg_has_role(login.oid, other.oid, 'MEMBER')
  WHERE login.rolname IN ('gatehouse_owner', 'gatehouse_app', 'gatehouse_identity')
    AND (other.rolsuper OR other.rolbypassrls OR other.rolname = 'gatehouse_owner'
         OR (other.rolname = 'gatehouse_identity' AND login.rolname <> 'gatehouse_owner'));
  IF unsafe IS NOT NULL THEN
    RAISE EXCEPTION 'these roles are members of roles that drizzle/roles.sql keeps apart: %', unsafe;
  END IF;
END
$$;

-- A migration hands the identity functions over with ALTER FUNCTION … OWNER TO, for which the owner
-- must be able to become gatehouse_identity. Because the owner is NOINHERIT (set above, before this
-- grant: PostgreSQL 16 and later copy it into the grant) the membership gives no rights by itself.
DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_auth_members
    WHERE roleid = 'gatehouse_identity'::regrole AND member = 'gatehouse_owner'::regrole
  ) THEN
    GRANT gatehouse_identity TO gatehouse_owner;
  END IF;
END
$$;
