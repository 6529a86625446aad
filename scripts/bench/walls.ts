/**
 * (d) and (e) What row level security costs: one query bare, in a transaction, and through the
 * tenant door, each way of sending it beside the others.
 */
import pg from 'pg'
import { and, eq } from 'drizzle-orm'
import { getPool } from '~/db/client'
import { projects } from '~/db/schema/projects'
import { withTenant } from '~/db/tenant-door'
import { measure, type Measurement, type Rounds } from './measure'
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
/** As long as SET_TENANT takes, and sets nothing: for a transaction of the same shape without a tenant. */
const SET_NOTHING = {
  name: 'set_nothing',
  text: `select set_config('app.none', $1, true)`,
} as const

type Send = (client: pg.PoolClient, values: readonly [string, string]) => Promise<pg.QueryResult>

export interface WallResult {
  readonly alone: Measurement
  readonly crowded: Measurement
}

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
    const on = (pool: pg.Pool, send: Send) => async () => {
      const { orgId, projectId } = next()
      const client = await pool.connect()
      try {
        const { rowCount } = await send(client, [orgId, projectId])
        if (rowCount !== 1) throw new Error('the query found no row')
      } finally {
        client.release()
      }
    }
    const bare = {
      name: 'without row level security: the query alone, prepared',
      run: on(free, query),
    }
    const subjects = [
      { name: 'without: begin, query, commit in one flush', run: on(free, oneFlush(SET_NOTHING)) },
      {
        name: 'with: begin, tenant, query, commit in one flush',
        run: on(getPool(), oneFlush(SET_TENANT)),
      },
      { name: 'with: begin, tenant, query, commit, each awaited', run: on(getPool(), awaited) },
      { name: 'withTenant, the query prepared', run: throughDoor(next, 'prepared') },
      {
        name: 'withTenant, drizzle’s builder (what handlers use)',
        run: throughDoor(next, 'drizzle'),
      },
    ]
    return {
      alone: await measure(bare, subjects, rounds),
      crowded: await measure(bare, subjects, { ...rounds, callers: 8 }),
    }
  } finally {
    await free.end()
  }
}

const query: Send = (client, values) => client.query({ ...PROJECT, values: [...values] })

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

function throughDoor(next: () => Caller, how: 'prepared' | 'drizzle') {
  return async () => {
    const { orgId, projectId } = next()
    await withTenant(orgId, 'read', async (db) => {
      const found =
        how === 'prepared'
          ? (await query(db.$client, [orgId, projectId])).rows
          : await db
              .select()
              .from(projects)
              .where(and(eq(projects.orgId, orgId), eq(projects.id, projectId)))
      if (found.length !== 1) throw new Error('the door showed no row')
    })
  }
}
