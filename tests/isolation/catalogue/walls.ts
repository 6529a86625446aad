/** Checks that every table has its wall, from the catalogue of the live database. */
import type { Database } from '../../support/database'
import { GLOBAL_TABLES, GLOBAL_TABLES_WITH_A_WALL, LIBRARY_SCHEMAS, TENANT_ROOT } from './expected'

/** What the checks need of a database: to look at it as the superuser. */
export type Catalogue = Pick<Database, 'query'>

interface Table {
  readonly schema: string
  readonly name: string
  readonly secured: boolean
  readonly forced: boolean
  /** `org_id`'s place among the columns, 0 when there is none. */
  readonly orgIdAt: number
  readonly orgIdNotNull: boolean
  readonly primaryKey: readonly string[]
}

const OWN = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

const TABLES = `
  select n.nspname as schema, c.relname as name, c.relrowsecurity as secured,
    c.relforcerowsecurity as forced, coalesce(a.attnum, 0)::int as "orgIdAt",
    coalesce(a.attnotnull and a.atttypid = 'uuid'::regtype, false) as "orgIdNotNull",
    array(select k.attname::text from pg_constraint p
      cross join unnest(p.conkey) with ordinality u(num, place)
      join pg_attribute k on k.attrelid = c.oid and k.attnum = u.num
      where p.conrelid = c.oid and p.contype = 'p' order by u.place) as "primaryKey"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and ${OWN} order by 1, 2`

/** @returns every table with an org_id that isn't on the list of global ones. */
export async function tenantTables(catalogue: Catalogue): Promise<string[]> {
  const tables = await catalogue.query<Table>(TABLES)
  return tables.filter(isTenantTable).map(({ name }) => name)
}

function isTenantTable({ schema, name, orgIdAt }: Table): boolean {
  return schema === 'public' && orgIdAt > 0 && !(name in GLOBAL_TABLES)
}

/** @returns what is wrong, a sentence each. */
export async function tableProblems(catalogue: Catalogue): Promise<string[]> {
  const tables = await catalogue.query<Table>(TABLES)
  const known = new Set(tables.map(({ name }) => name))
  const schemas = new Set(tables.map(({ schema }) => schema))
  return [
    ...tables.flatMap(problemsOf),
    ...Object.keys(GLOBAL_TABLES)
      .filter((name) => !known.has(name))
      .map((name) => `${name} is listed as global and does not exist`),
    ...Object.keys(LIBRARY_SCHEMAS)
      .filter((schema) => !schemas.has(schema))
      .map((schema) => `schema ${schema} is listed as a library's and does not exist`),
  ]
}

function problemsOf(table: Table): string[] {
  const { schema, name } = table
  if (schema in LIBRARY_SCHEMAS) return []
  if (schema !== 'public') return [`table ${schema}.${name} is in a schema that nobody listed`]
  const wall = [
    table.secured ? '' : `${name} has no row level security`,
    table.forced ? '' : `${name} does not force row level security on its owner`,
  ].filter((problem) => problem !== '')
  if (name === TENANT_ROOT || GLOBAL_TABLES_WITH_A_WALL.includes(name)) return wall
  if (name in GLOBAL_TABLES) return []
  if (table.orgIdAt === 0) return [`${name} is neither a tenant table nor listed as global`]
  return [
    ...wall,
    table.orgIdAt === 1 ? '' : `${name}.org_id is not the first column`,
    table.orgIdNotNull ? '' : `${name}.org_id is not a uuid that must be there`,
    table.primaryKey[0] === 'org_id' ? '' : `the primary key of ${name} does not start with org_id`,
  ].filter((problem) => problem !== '')
}

/** What every policy on a tenant's rows must say, as Postgres prints it. */
const OWN_ROWS = (column: string) =>
  `(${column} = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif"))`

interface Policy {
  readonly table: string
  readonly name: string
  readonly command: string
  readonly permissive: boolean
  readonly forEverybody: boolean
  readonly using: string | null
  readonly check: string | null
}

const POLICIES = `
  select c.relname as table, p.polname as name, p.polcmd::text as command,
    p.polpermissive as permissive, p.polroles = '{0}' as "forEverybody",
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where p.polroles <> array['gatehouse_identity'::regrole::oid] order by 1, 2`

/** Permissive policies add up, so a second one is a hole whatever the first one says. */
export async function policyProblems(catalogue: Catalogue): Promise<string[]> {
  const policies = await catalogue.query<Policy>(POLICIES)
  const walled = [
    ...(await tenantTables(catalogue)).map((name) => ({ name, command: '*', column: 'org_id' })),
    ...GLOBAL_TABLES_WITH_A_WALL.map((name) => ({ name, command: 'r', column: 'org_id' })),
    { name: TENANT_ROOT, command: '*', column: 'id' },
  ]
  const strays = policies
    .filter(({ table }) => !walled.some(({ name }) => name === table))
    .map(({ table, name }) => `${table} has a policy ${name} and is no tenant table`)
  const wrong = walled.flatMap(({ name, command, column }) => {
    const own = policies.filter(({ table }) => table === name)
    const [policy] = own
    if (policy === undefined || own.length > 1)
      return [`${name} has ${own.length} policies, not one`]
    const check = command === '*' ? OWN_ROWS(column) : null
    const fits =
      policy.permissive &&
      policy.forEverybody &&
      policy.command === command &&
      policy.using === OWN_ROWS(column) &&
      policy.check === check
    return fits ? [] : [`the policy ${policy.name} of ${name} is not the tenant's wall`]
  })
  return [...strays, ...wrong]
}

/** A view runs with its owner's rights unless it says otherwise, and a stored one has no policy. */
export async function viewProblems(catalogue: Catalogue): Promise<string[]> {
  const views = await catalogue.query<{ name: string; kind: string; invoker: boolean }>(`
    select c.relname as name, c.relkind::text as kind,
      coalesce('security_invoker=true' = any (c.reloptions), false) as invoker
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm', 'f') and ${OWN}`)
  return views.flatMap(({ name, kind, invoker }) => {
    if (kind !== 'v') return [`${name} keeps or fetches rows where no policy holds`]
    return invoker ? [] : [`the view ${name} reads with its owner's rights`]
  })
}
