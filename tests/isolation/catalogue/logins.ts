/** Checks what the database's roles can do: the server's login, and the identity door's. */
import {
  APP_COLUMNS,
  APP_RIGHTS,
  DEFINER_FUNCTIONS,
  IDENTITY_POLICIES,
  IDENTITY_RIGHTS,
} from './expected'
import type { Catalogue } from './walls'

const OWN_SCHEMA = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

/** @returns what is wrong with the functions that run with more rights than their caller. */
export async function definerProblems(catalogue: Catalogue): Promise<string[]> {
  const functions = await catalogue.query<{
    name: string
    definer: boolean
    owner: string
    pinned: boolean
    callers: string[]
  }>(`
    select p.oid::regprocedure::text as name, p.prosecdef as definer,
      p.proowner::regrole::text as owner,
      coalesce('search_path=""' = any (p.proconfig), false) as pinned,
      array(select case when acl.grantee = 0 then 'PUBLIC' else acl.grantee::regrole::text end
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
        where acl.grantee <> p.proowner order by 1) as callers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OWN_SCHEMA} and (p.prosecdef or n.nspname <> 'pgboss') order by 1`)
  const definers = functions.filter(({ definer }) => definer)
  return [
    ...functions
      .filter(({ pinned }) => !pinned)
      .map(({ name }) => `${name} has no search_path of its own`),
    ...definers.flatMap(({ name, owner, callers }) => {
      const expected = DEFINER_FUNCTIONS[name]
      if (expected === undefined) return [`${name} runs as ${owner} and is not on the list`]
      return [
        owner === 'gatehouse_identity' ? '' : `${name} runs as ${owner}`,
        callers.join() === expected.join() ? '' : `${name} may be called by ${callers.join(', ')}`,
      ].filter((problem) => problem !== '')
    }),
    ...Object.keys(DEFINER_FUNCTIONS)
      .filter((listed) => !definers.some(({ name }) => name === listed))
      .map((listed) => `${listed} is on the list and is not SECURITY DEFINER, or is gone`),
  ]
}

/** @returns what is wrong with the identity door's role and its policies. */
export async function identityProblems(catalogue: Catalogue): Promise<string[]> {
  const policies = await catalogue.query<{ policy: string }>(`
    select format('%s: %s', c.relname, case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT'
      when 'w' then 'UPDATE' when 'd' then 'DELETE' else 'ALL' end) as policy
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where 'gatehouse_identity'::regrole = any (p.polroles) order by 1`)
  const members = await catalogue.query<{ member: string; inherits: boolean }>(`
    select member::regrole::text as member, inherit_option as inherits from pg_auth_members
    where roleid = 'gatehouse_identity'::regrole`)
  return [
    ...(await roleProblems(catalogue, 'gatehouse_identity', false)),
    ...(await rightsProblems(catalogue, 'gatehouse_identity', IDENTITY_RIGHTS)),
    ...(await columnProblems(catalogue, 'gatehouse_identity', [])),
    ...differences(
      'gatehouse_identity',
      policies.map(({ policy }) => policy),
      IDENTITY_POLICIES,
    ),
    // The owner hands functions over to it in migrations, and holds its rights at no other time.
    ...members
      .filter(({ member, inherits }) => member !== 'gatehouse_owner' || inherits)
      .map(({ member }) => `${member} holds the rights of gatehouse_identity`),
  ]
}

/** @returns what is wrong with the server's login. */
export async function appLoginProblems(catalogue: Catalogue): Promise<string[]> {
  return [
    ...(await roleProblems(catalogue, 'gatehouse_app', true)),
    ...(await rightsProblems(catalogue, 'gatehouse_app', APP_RIGHTS)),
    ...(await columnProblems(catalogue, 'gatehouse_app', APP_COLUMNS)),
  ]
}

async function roleProblems(catalogue: Catalogue, role: string, login: boolean): Promise<string[]> {
  const rows = await catalogue.query<{ problem: string }>(
    `with r as (select * from pg_roles where rolname = $1)
     select 'is a superuser' as problem from r where rolsuper
     union all select 'has BYPASSRLS' from r where rolbypassrls
     union all select 'may create roles, databases or replicas' from r
       where rolcreaterole or rolcreatedb or rolreplication
     union all select 'can log in' from r where rolcanlogin and not $2
     union all select 'can become ' || o.rolname from r, pg_roles o
       where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')
     union all select 'owns ' || c.oid::regclass from pg_class c, r where c.relowner = r.oid
     union all select 'owns schema ' || nspname from pg_namespace, r where nspowner = r.oid
     union all select 'may create things in schema ' || nspname from pg_namespace, r
       where has_schema_privilege(r.oid, pg_namespace.oid, 'create')
     union all select 'may create schemas or temporary tables' from r
       where has_database_privilege(r.oid, current_database(), 'create, temporary')
     order by 1`,
    [role, login],
  )
  return rows.map(({ problem }) => `${role} ${problem}`)
}

const TABLE_RIGHTS = 'SELECT INSERT UPDATE DELETE TRUNCATE REFERENCES TRIGGER MAINTAIN'.split(' ')

/** Every right on every table and view, however it was come by. */
async function rightsProblems(
  catalogue: Catalogue,
  role: string,
  expected: Readonly<Record<string, string>>,
): Promise<string[]> {
  const rows = await catalogue.query<{ held: string }>(
    `select format('%s.%s %s', n.nspname, c.relname, asked) as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest($2::text[]) asked
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OWN_SCHEMA}
       and has_table_privilege($1, c.oid, asked)`,
    [role, TABLE_RIGHTS],
  )
  const listed = Object.entries(expected).flatMap(([table, rights]) =>
    rights.split(' ').map((right) => `${table} ${right}`),
  )
  return differences(
    role,
    rows.map(({ held }) => held),
    listed,
  )
}

/** Rights on single columns, to this role or to everybody. */
async function columnProblems(
  catalogue: Catalogue,
  role: string,
  expected: readonly string[],
): Promise<string[]> {
  const rows = await catalogue.query<{ held: string }>(
    `select format('%s.%s.%s %s', n.nspname, c.relname, a.attname, acl.privilege_type) as held
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) acl
     where ${OWN_SCHEMA} and acl.grantee in (0, $1::regrole)`,
    [role],
  )
  return differences(
    role,
    rows.map(({ held }) => held),
    expected,
  )
}

function differences(role: string, found: readonly string[], listed: readonly string[]): string[] {
  return [
    ...found.filter((one) => !listed.includes(one)).map((one) => `${role} holds ${one}, unlisted`),
    ...listed.filter((one) => !found.includes(one)).map((one) => `${role} lacks ${one}, listed`),
  ].toSorted()
}
