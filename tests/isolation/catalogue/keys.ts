/** Checks that no key or index of a tenant table reaches across tenants. */
import { INDEXES_ACROSS_TENANTS, TENANT_ROOT } from './expected'
import { type Catalogue, tenantTables } from './walls'

export interface ForeignKey {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
  readonly references: readonly string[]
}

const namesOf = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality u(num, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.num order by u.place)`

const FOREIGN_KEYS = `
  select k.conname as name, f.relname as "from", t.relname as "to",
    ${namesOf('k.conrelid', 'k.conkey')} as columns,
    ${namesOf('k.confrelid', 'k.confkey')} as references
  from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' order by 2, 1`

/** @returns the foreign keys from anywhere to a tenant table. */
export async function keysToTenantTables(catalogue: Catalogue): Promise<ForeignKey[]> {
  const tenants = new Set(await tenantTables(catalogue))
  return (await catalogue.query<ForeignKey>(FOREIGN_KEYS)).filter(({ to }) => tenants.has(to))
}

/** @returns what is wrong, a sentence each. */
export async function keyProblems(catalogue: Catalogue): Promise<string[]> {
  const tenants = new Set(await tenantTables(catalogue))
  const keys = await catalogue.query<ForeignKey>(FOREIGN_KEYS)
  return keys.flatMap(({ name, from, to, columns, references }) => {
    if (tenants.has(to)) {
      const both = columns[0] === 'org_id' && references[0] === 'org_id'
      return both ? [] : [`${from}.${name} points at ${to} without its org_id`]
    }
    if (to === TENANT_ROOT) {
      return columns.join() === 'org_id' && tenants.has(from)
        ? []
        : [`${from}.${name} points at ${to} with something else than org_id`]
    }
    return []
  })
}

/** A unique index without org_id lets one tenant find out what another has. */
export async function indexProblems(catalogue: Catalogue): Promise<string[]> {
  const tenants = await tenantTables(catalogue)
  const indexes = await catalogue.query<{ name: string; table: string; first: string | null }>(
    `select i.relname as name, t.relname as table, a.attname as first
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
     where t.relname = any ($1::text[]) order by 1`,
    [tenants],
  )
  const across = indexes.filter(({ first }) => first !== 'org_id')
  const stale = Object.keys(INDEXES_ACROSS_TENANTS).filter(
    (name) => !across.some((index) => index.name === name),
  )
  return [
    ...across
      .filter(({ name }) => !(name in INDEXES_ACROSS_TENANTS))
      .map(({ name, table }) => `the index ${name} of ${table} does not start with org_id`),
    ...stale.map((name) => `${name} is listed as an index across tenants and is none`),
  ]
}
