/**
 * How old a thing is among its organization's: what a plan with a limit covers is the oldest of them.
 * Counted along an index and no further than any plan's limit, so it costs the same in an organization
 * of ten and of ten thousand.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type KeptQuota, largestLimit } from '~/authz'

/**
 * Columns by their full names: in a query of one table drizzle writes them without, and in here that
 * would compare a row with itself.
 */
const ROW: Readonly<Record<KeptQuota, { readonly table: SQL; readonly only: SQL }>> = {
  projects: { table: sql`projects`, only: sql`true` },
  'custom-roles': { table: sql`roles`, only: sql`older.is_custom` },
}

/** @returns how many of the organization's are older than the row of the query around it */
export function rankOf(quota: KeptQuota): SQL<number> {
  const { table, only } = ROW[quota]
  return sql<number>`(select count(*)::int from (
    select from ${table} older
    where older.org_id = ${table}.org_id and ${only}
      and (older.created_at, older.id) < (${table}.created_at, ${table}.id)
    limit ${sql.raw(String(largestLimit(quota)))}) counted)`
}

/** @returns the rank of the project that the document of the query around it is in */
export function rankOfProject(): SQL<number> {
  return sql<number>`(select ${rankOf('projects')} from projects
    where projects.org_id = documents.org_id and projects.id = documents.project_id)`
}
