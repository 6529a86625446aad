/**
 * (d) and (e) What row level security costs: one query without it, in a transaction, and through the
 * tenant door. Each way of sending is compared with the same way of sending, so that the price of
 * the query builder or of an unprepared statement isn't taken for the wall's.
 */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { getPool } from '~/db/client'
import { preparedQuery } from '~/db/prepared-query'
import { projects } from '~/db/schema/projects'
import { type TenantDb, withTenant } from '~/db/tenant-door'
import { eightCallers, measure, type Measurement, type Rounds } from './measure'
import type { Caller } from './population'
import { inTurn } from './sessions'

const PROJECT = {
  name: 'bench_project',
  text: 'select * from projects where org_id = $1 and id = $2',
} as const
/** Takes as long as the tenant and sets nothing: for a transaction of the same shape without one. */
const NOTHING = 'app.none'
const TENANT = 'app.org_id'

export const WALLS = {
  bare: 'without: the query alone, prepared',
  builderBare: 'without: the query alone, by the query builder',
  flushWithout: 'without: begin, query, commit in one flush',
  flushWith: 'with: begin, tenant, query, commit in one flush',
  awaited: 'with: begin and tenant, query, commit, each awaited',
  door: 'withTenant, the query prepared',
  loaderDoor: 'withTenant, the query built and prepared once, as the gates load',
  builderDoor: 'withTenant, the query by the query builder',
} as const

export interface WallResult {
  readonly alone: Measurement
  readonly crowded: Measurement
}

type Send = (client: pg.PoolClient, values: readonly [string, string]) => Promise<pg.QueryResult>

/**
 * @param superuserUrl a login that no row level security binds: the same query without the wall
 */
export async function measureWalls(
  superuserUrl: string,
  callers: readonly Caller[],
  rounds: Rounds,
): Promise<WallResult> {
  const free = new pg.Pool({ connectionString: superuserUrl, max: 10, pipeline: true })
  try {
    const next = inTurn(callers)
    const bare = { name: WALLS.bare, run: onPool(free, next, query) }
    const builder = drizzle({ client: free })
    const subjects = [
      { name: WALLS.builderBare, run: () => built(builder, next()) },
      { name: WALLS.flushWithout, run: onPool(free, next, oneFlush(NOTHING)) },
      { name: WALLS.flushWith, run: onPool(getPool(), next, oneFlush(TENANT)) },
      { name: WALLS.awaited, run: onPool(getPool(), next, awaited) },
      {
        name: WALLS.door,
        run: async () => {
          const { orgId, projectId } = next()
          await withTenant(orgId, 'read', (db) => query(db.$client, [orgId, projectId]))
        },
      },
      {
        name: WALLS.builderDoor,
        run: async () => {
          const caller = next()
          await withTenant(caller.orgId, 'read', (db) => built(db, caller))
        },
      },
      {
        name: WALLS.loaderDoor,
        run: async () => {
          const caller = next()
          await withTenant(caller.orgId, 'read', (db) => loaded(db, caller))
        },
      },
    ]
    return {
      alone: await measure(bare, subjects, rounds),
      crowded: await measure(bare, subjects, eightCallers(rounds)),
    }
  } finally {
    await free.end()
  }
}

function onPool(pool: pg.Pool, next: () => Caller, send: Send) {
  return async () => {
    const { orgId, projectId } = next()
    const client = await pool.connect()
    try {
      await send(client, [orgId, projectId])
    } finally {
      client.release()
    }
  }
}

const query: Send = async (client, values) => {
  const result = await client.query({ ...PROJECT, values: [...values] })
  if (result.rowCount !== 1) throw new Error('the query found no row')
  return result
}

/** As handlers write it. */
async function built(db: NodePgDatabase, { orgId, projectId }: Caller): Promise<void> {
  const found = await db
    .select()
    .from(projects)
    .where(and(eq(projects.orgId, orgId), eq(projects.id, projectId)))
  if (found.length !== 1) throw new Error('the query found no row')
}

const projectById = preparedQuery('bench_project_by_id', (db) =>
  db
    .select()
    .from(projects)
    .where(
      and(eq(projects.orgId, sql.placeholder('orgId')), eq(projects.id, sql.placeholder('id'))),
    ),
)

/** As the resource gates do it. */
async function loaded(db: TenantDb, { orgId, projectId }: Caller): Promise<void> {
  const found = await projectById(db).execute({ orgId, id: projectId })
  if (found.length !== 1) throw new Error('the query found no row')
}

const beginning = (setting: string, orgId: string) =>
  `begin read only; set local ${setting} = '${orgId}'`

function oneFlush(setting: typeof TENANT | typeof NOTHING): Send {
  return async (client, values) => {
    const [, result] = await Promise.all([
      client.query(beginning(setting, values[0])),
      query(client, values),
      client.query('commit'),
    ])
    return result
  }
}

const awaited: Send = async (client, values) => {
  await client.query(beginning(TENANT, values[0]))
  const result = await query(client, values)
  await client.query('commit')
  return result
}
