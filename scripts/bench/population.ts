/**
 * A population that looks like a product's: organizations of fifty, one whale with a tenth of all
 * memberships, everybody in two organizations, the template roles in each, some people with two, and every
 * tenth role with a difference to its template.
 *
 * Written by the superuser with triggers and keys off, since the rows are made to fit; a million
 * memberships then take seconds. What is measured goes through the app's own login.
 */
import pg from 'pg'

/** One person's session, as the benchmark needs it. */
export interface Caller {
  readonly token: string
  readonly orgId: string
  readonly projectId: string
}

const SESSIONS = 20_000

/** `pg_temp.key(kind, n)`: ids that are dense like the product's own, and the same in every run. */
const KEYS = `
  create function pg_temp.key(kind int, n bigint) returns uuid language sql immutable as $$
    select format('00000000-%s-7000-8000-%s', lpad(to_hex(kind), 4, '0'), lpad(to_hex(n), 12, '0'))::uuid
  $$`

/**
 * Replaces the whole population.
 *
 * @param url the superuser's address of the database
 * @param memberships how many there are to be, at least 1000
 */
export async function populate(url: string, memberships: number): Promise<readonly Caller[]> {
  const organizations = Math.max(20, Math.round(memberships / 50))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(KEYS)
    await client.query('set session_replication_role = replica')
    await client.query('truncate auth."user", organizations cascade')
    for (const statement of statements(memberships, organizations)) await client.query(statement)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    const callers = await client.query<Caller>(CALLERS)
    return callers.rows
  } finally {
    await client.end()
  }
}

function statements(memberships: number, organizations: number): string[] {
  const people = Math.ceil(memberships / 2)
  // Membership i: every tenth in organization 0, the whale; the rest spread over the others.
  const orgOf = `case when i % 10 = 0 then 0 else 1 + i % ${organizations - 1} end`
  return [
    `insert into auth."user" (id, name, email)
     select pg_temp.key(1, i), 'Person ' || i, 'person' || i || '@bench.example'
     from generate_series(0, ${people - 1}) i`,
    `insert into organizations (id, name, plan)
     select pg_temp.key(2, i), 'Organization ' || i, 'enterprise'
     from generate_series(0, ${organizations - 1}) i`,
    `insert into memberships (org_id, id, user_id)
     select pg_temp.key(2, ${orgOf}), pg_temp.key(3, i), pg_temp.key(1, i / 2)
     from generate_series(0, ${memberships - 1}) i`,
    `insert into roles (org_id, id, key, name, template_key, cloned_from, is_custom, is_owner)
     select pg_temp.key(2, o), pg_temp.key(4, o * 8 + t.n), t.key, t.name, t.key, t.key, false, t.key = 'owner'
     from generate_series(0, ${organizations - 1}) o,
       (select *, row_number() over (order by key) as n from role_templates) t`,
    `insert into member_roles (org_id, membership_id, role_id)
     select m.org_id, m.id, r.id
     from (select *, row_number() over () as n from memberships) m
     join roles r on r.org_id = m.org_id and r.key = case n % 4 when 0 then 'admin' when 1 then 'editor' else 'viewer' end`,
    `insert into member_roles (org_id, membership_id, role_id)
     select m.org_id, m.id, r.id
     from (select *, row_number() over () as n from memberships) m
     join roles r on r.org_id = m.org_id and r.key = 'billing' where m.n % 7 = 0`,
    `insert into role_overrides (org_id, role_id, permission, granted)
     select org_id, id, 'audit:export', true from roles
     where key <> 'owner' and hashint8(('x' || right(id::text, 12))::bit(48)::bigint) % 10 = 0`,
    // What a trigger does where triggers are on.
    `update roles r set may_differ = true
     from role_overrides d where d.org_id = r.org_id and d.role_id = r.id`,
    `insert into projects (org_id, id, name, description)
     select pg_temp.key(2, o), pg_temp.key(5, o * 8 + p), 'Project ' || p, repeat('x', 200)
     from generate_series(0, ${organizations - 1}) o, generate_series(0, 4) p`,
    `insert into documents (org_id, id, project_id, title, body, updated_at)
     select pg_temp.key(2, d % ${organizations}), pg_temp.key(6, d),
       pg_temp.key(5, (d % ${organizations}) * 8 + d % 5), 'Document ' || d, repeat('x', 500),
       now() - make_interval(mins => d)
     from generate_series(0, ${organizations * 10 - 1}) d`,
    `insert into auth.session (id, token, user_id, active_organization_id, expires_at)
     select gen_random_uuid(), 'bench' || lpad(to_hex(n), 27, '0'), m.user_id, m.org_id,
       now() + interval '24 hours'
     from (select *, row_number() over (order by hashint8(('x' || right(id::text, 12))::bit(48)::bigint)) as n
           from memberships) m
     where n <= ${SESSIONS}`,
  ]
}

/** Spread over everybody, so that a cache that only knows one row doesn't help. */
const CALLERS = `
  select s.token, s.active_organization_id as "orgId",
    (select p.id from projects p where p.org_id = s.active_organization_id order by p.id limit 1) as "projectId"
  from auth.session s order by s.token limit 2000`
