/**
 * (d) and (e) What row level security costs: one query without it, in a transaction, and through the
 * tenant door. Each way of sending is compared with the same way of sending, so that the price of
 * the query builder or of an unprepared statement isn't taken for the wall's.
 */
import { and, eq } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { getPool } from '~/db/client'
import { projects } from '~/db/schema/projects'
import { withTenant } from '~/db/tenant-door'
import { eightCallers, measure, type Measurement, type Rounds } from './measure'
import type { Caller } from './population'
import { inTurn } from './sessions'

const PROJECT = {
  name: 'bench_project',
  text: 'select * from projects where org_id = $1 and id = $2',
} as const
const SET_TENANT = {
  name: 'set_tenant',
  text: `select set_config('app.org_id', $1, true)`,
} as const
/** Takes as long and sets nothing: for a transaction of the same shape without a tenant. */
const SET_NOTHING = {
  name: 'set_nothing',
  text: `select set_config('app.none', $1, true)`,
} as const

export const WALLS = {
  bare: 'without: the query alone, prepared',
  builderBare: 'without: the query alone, by the query builder',
  flushWithout: 'without: begin, query, commit in one flush',
  flushWith: 'with: begin, tenant, query, commit in one flush',
  awaited: 'with: begin, tenant, query, commit, each awaited',
  door: 'withTenant, the query prepared',
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
      { name: WALLS.flushWithout, run: onPool(free, next, oneFlush(SET_NOTHING)) },
      { name: WALLS.flushWith, run: onPool(getPool(), next, oneFlush(SET_TENANT)) },
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

function oneFlush(set: typeof SET_TENANT | typeof SET_NOTHING): Send {
  return async (client, values) => {
    const [, , result] = await Promise.all([
      client.query('begin read only'),
      client.query({ ...set, values: [values[0]] }),
      query(client, values),
      client.query('commit'),
    ])
    return result
  }
}

const awaited: Send = async (client, values) => {
  await client.query('begin read only')
  await client.query({ ...SET_TENANT, values: [values[0]] })
  const result = await query(client, values)
  await client.query('commit')
  return result
}
