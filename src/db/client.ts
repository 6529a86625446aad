/**
 * The pool. Queries of organizations' rows reach it through the two doors alone. Besides them it
 * serves `src/auth`, whose tables no tenant has (sign-in, sessions, limits), and the queue of jobs; an
 * import rule keeps features, routes and gates out, and row level security shows those two no tenant's rows.
 */
import pg from 'pg'
import { unavailable } from '~/authz'
import { env } from '~/platform/env'
import { log } from '~/platform/log'

let pool: pg.Pool | undefined

/** @returns the process's pool, opened at first use with the app's login. */
export function getPool(): pg.Pool {
  pool ??= openPool()
  return pool
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    // A full pool answers 503 soon, instead of holding every caller until the proxy gives up.
    connectionTimeoutMillis: env().DATABASE_WAIT_MS,
    statement_timeout: 10_000,
    // The server's limit is of no use when the server has gone silent: then this one ends the wait.
    query_timeout: 12_000,
    keepAlive: true,
    lock_timeout: 5_000,
    // A handler that hangs must not keep its membership lock for ever.
    idle_in_transaction_session_timeout: 15_000,
    allowExitOnIdle: true,
    application_name: 'gatehouse',
    pipeline: true,
  })
  // Without a listener, one lost connection ends the whole process: the pool reports those that
  // are idle, each client itself those that are in use.
  opened.on('error', (error) => log().warn({ error: error.message }, 'idle connection lost'))
  opened.on('connect', (client) => {
    client.on('error', (error) => log().warn({ error: error.message }, 'connection lost'))
  })
  return opened
}

/**
 * A connection, or a quick 503.
 *
 * @throws AppError `unavailable` when no connection came free in time or none can be made
 */
export async function connect(): Promise<pg.PoolClient> {
  try {
    return await getPool().connect()
  } catch (error) {
    log().error({ error: error instanceof Error ? error.message : 'unknown' }, 'no connection')
    throw unavailable()
  }
}

/** Ends every connection; the process can then exit. */
export async function closePool(): Promise<void> {
  const closing = pool
  pool = undefined
  await closing?.end()
}
