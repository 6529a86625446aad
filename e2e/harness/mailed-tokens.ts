/**
 * Accounts in the middle of something: one that waits to be confirmed, one whose password is about
 * to be replaced. Their tokens are known here, as to who got the mail.
 */
import { createHash, createHmac } from 'node:crypto'
import type { Client } from 'pg'
import { ACCOUNTS } from './people.ts'

/** Signed up with everybody's password, and not confirmed. */
const CLAIM = {
  userId: '01900000-0000-7000-8000-000000004001',
  email: 'claim@new.example',
}

/** For the account that nothing else uses. */
export const RESET_TOKEN = 'the-token-of-reset-number-1'

/** @returns what the mail about signing up holds: signed by the server's secret, and good for a day */
export function confirmToken(secret: string): string {
  const { email, userId } = CLAIM
  const exp = Math.floor(Date.now() / 1000) + 86_400
  const signed = [{ alg: 'HS256' }, { email, userId, exp }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

export async function arrangeAccounts(client: Client): Promise<void> {
  await client.query(`insert into auth."user" (id, name, email) values ($1, 'A Claim', $2)`, [
    CLAIM.userId,
    CLAIM.email,
  ])
  await client.query(
    `insert into auth.account (id, account_id, provider_id, user_id, password)
     select gen_random_uuid(), $1::uuid::text, provider_id, $1::uuid, password
     from auth.account where user_id = $2`,
    [CLAIM.userId, ACCOUNTS.guessed.userId],
  )
  const identifier = createHash('sha256')
    .update(`reset-password:${RESET_TOKEN}`)
    .digest('base64url')
  await client.query(
    `insert into auth.verification (id, identifier, value, expires_at)
     values (gen_random_uuid(), $1, $2, now() + interval '1 day')`,
    [identifier, ACCOUNTS.guessed.userId],
  )
}
