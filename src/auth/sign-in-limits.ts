/**
 * Slows down guessing: attempts are counted in the database (so that all processes share one
 * count), per address against sprayed passwords and per account against guessed ones.
 */
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { rateLimited, unavailable } from '~/authz'
import { getPool } from '~/db/client'
import { env } from '~/platform/env'

const WINDOW_SECONDS = 15 * 60

type Limiters = { readonly address: RateLimiterPostgres; readonly account: RateLimiterPostgres }

let limiters: Limiters | undefined

function getLimiters(): Limiters {
  limiters ??= {
    address: limiter('address', env().SIGN_IN_LIMIT_PER_ADDRESS),
    account: limiter('account', env().SIGN_IN_LIMIT_PER_ACCOUNT),
  }
  return limiters
}

function limiter(keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: getPool(),
    schemaName: 'platform',
    tableName: 'rate_limits',
    tableCreated: true, // by a migration: the app's login may not create tables
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  })
}

/**
 * Counts one sign-in attempt.
 *
 * @param address where the connection comes from
 * @param email the account that is tried; hashed, so that the table holds no addresses
 * @throws AppError `rate_limited` with the seconds to wait; `unavailable` when it cannot count
 */
export async function countSignInAttempt(address: string, email: string): Promise<void> {
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
  await consume(getLimiters().address, address)
  await consume(getLimiters().account, account)
}

async function consume(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw rateLimited(Math.ceil(refusal.msBeforeNext / 1000))
    throw unavailable()
  }
}
