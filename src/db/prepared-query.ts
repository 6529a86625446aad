/**
 * Queries that are sent again and again: built once for each connection, then parsed and planned
 * once there by Postgres, under their name. Building a query takes longer than running a small one.
 */
import type { PoolClient } from 'pg'
import type { TenantDb } from './tenant-door'

/**
 * @param name unique in the product; Postgres refuses a name that means two different statements
 * @param build the query with placeholders for everything that differs between calls
 * @returns the prepared query on the connection of an open tenant door
 */
export function preparedQuery<Prepared>(
  name: string,
  build: (db: TenantDb) => { prepare(name: string): Prepared },
): (db: TenantDb) => Prepared {
  const perConnection = new WeakMap<PoolClient, Prepared>()
  return (db) => {
    const known = perConnection.get(db.$client)
    if (known !== undefined) return known
    const prepared = build(db).prepare(name)
    perConnection.set(db.$client, prepared)
    return prepared
  }
}
