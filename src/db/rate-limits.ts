/**
 * Counts how often something was done within a window, in the database, so that all processes share
 * one count.
 */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Pool, PoolClient } from 'pg'
import { rateLimited } from '~/authz'
import type { TenantDb } from './tenant-door'

/** How often, in how long. */
export interface Bound {
  /** What is counted; a key under it says for whom. */
  readonly prefix: string
  readonly points: number
  readonly seconds: number
}

/**
 * @param client the pool: what is counted stays counted. A transaction's client: it is counted with
 *   what that transaction does, or not at all
 */
export function limiterOn(
  client: Pool | PoolClient,
  { prefix, points, seconds }: Bound,
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: client,
    schemaName: 'platform',
    tableName: 'rate_limits',
    tableCreated: true, // by a migration: the app's login may not create tables
    clearExpiredByTimeout: false,
    keyPrefix: prefix,
    points,
    duration: seconds,
  })
}

/**
 * Counts one inside the open transaction. Right for what the transaction itself sends: a mail waits
 * in it too, so whoever makes it fail gets back a point for a mail that was never sent, and no count
 * has to be taken on a second connection while this one holds locks (ten such calls at once would
 * each wait for a connection that the others hold). The row that counts stays locked to the commit,
 * so of two at once the second sees what the first has used up.
 *
 * Wrong for guesses, which must count although they fail: those are counted on the pool.
 *
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function countInside(db: TenantDb, bound: Bound, key: string): Promise<void> {
  try {
    await limiterOn(db.$client, bound).consume(key)
  } catch (refusal) {
    if (isRefusal(refusal)) throw rateLimited(secondsToWait(refusal))
    throw refusal
  }
}

export function isRefusal(refusal: unknown): refusal is RateLimiterRes {
  return refusal instanceof RateLimiterRes
}

export function secondsToWait({ msBeforeNext }: RateLimiterRes): number {
  return Math.ceil(msBeforeNext / 1000)
}
