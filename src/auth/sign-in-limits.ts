/**
 * Slows down guessing: attempts are counted in the database, so that all processes share one count.
 *
 * - from one address, at any account: against sprayed passwords
 * - from one address, at one account: against guessed ones. Strict, and it locks out nobody but the
 *   address that guesses: a stranger who fails on purpose doesn't keep the person from signing in
 * - at one account, from anywhere: against guessing from many addresses. So wide that it takes
 *   dozens of them; see docs/decisions/008-better-auth-for-sign-in-only.md
 */
import { createHash } from 'node:crypto'
import type { RateLimiterPostgres } from 'rate-limiter-flexible'
import { isAppError, rateLimited, unavailable } from '~/authz'
import { getPool } from '~/db/client'
import { type Bound, isRefusal, limiterOn, secondsToWait } from '~/db/rate-limits'
import { networkOf } from '~/platform/address'
import { env } from '~/platform/env'

const WINDOW_SECONDS = 15 * 60
/** Addresses that may use up their attempts at one account before all others wait too. */
const ADDRESSES_PER_ACCOUNT = 50

/** Mails that one address is sent within the window, whoever asks for them and in whatever form. */
export const MAILS_PER_RECIPIENT: Bound = {
  prefix: 'recipient',
  points: 10,
  seconds: WINDOW_SECONDS,
}

type Limiters = Readonly<
  Record<'address' | 'pair' | 'account' | 'mailPair' | 'recipient', RateLimiterPostgres>
>

let limiters: Limiters | undefined

function getLimiters(): Limiters {
  limiters ??= {
    address: limiter('address', env().SIGN_IN_LIMIT_PER_ADDRESS),
    pair: limiter('pair', env().SIGN_IN_LIMIT_PER_ACCOUNT),
    account: limiter('account', env().SIGN_IN_LIMIT_PER_ACCOUNT * ADDRESSES_PER_ACCOUNT),
    mailPair: limiter('mail', env().SIGN_IN_LIMIT_PER_ACCOUNT),
    recipient: limiterOn(getPool(), MAILS_PER_RECIPIENT),
  }
  return limiters
}

function limiter(prefix: string, points: number): RateLimiterPostgres {
  return limiterOn(getPool(), { prefix, points, seconds: WINDOW_SECONDS })
}

/**
 * Counts one sign-in attempt.
 *
 * @param address where the connection comes from
 * @param email the account that is tried; hashed, so that the table holds no addresses
 * @throws AppError `rate_limited` with the seconds to wait; `unavailable` when it cannot count
 */
export async function countSignInAttempt(address: string, email: string): Promise<void> {
  const account = hashOf(email)
  const network = networkOf(address)
  await consume(getLimiters().address, network)
  // Refused here, an attempt doesn't count at the account: one address can't use that up.
  await consume(getLimiters().pair, `${account} ${network}`)
  await consume(getLimiters().account, account)
}

/**
 * Counts what makes us mail somebody, who may not have asked for it. Beyond what one recipient gets,
 * nobody is refused: that would tell a stranger what others asked for, and would let them keep a
 * person from the form. There is just no further mail, and the links of the last ten still work.
 *
 * @returns whether to go on
 * @throws AppError `rate_limited`, `unavailable`
 */
export async function countMailRequest(address: string, email: string): Promise<boolean> {
  const recipient = hashOf(email)
  const network = networkOf(address)
  await consume(getLimiters().address, network)
  await consume(getLimiters().mailPair, `${recipient} ${network}`)
  try {
    await consume(getLimiters().recipient, recipient)
    return true
  } catch (error) {
    if (isAppError(error) && error.code === 'rate_limited') return false
    throw error
  }
}

/**
 * Counts what is tried at no account in particular: tokens from links.
 *
 * @throws AppError `rate_limited`, `unavailable`
 */
export async function countAttemptFrom(address: string): Promise<void> {
  await consume(getLimiters().address, networkOf(address))
}

/** So that the table holds no addresses. */
export function hashOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
}

async function consume(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key)
  } catch (refusal) {
    if (isRefusal(refusal)) throw rateLimited(secondsToWait(refusal))
    throw unavailable()
  }
}
