/**
 * Takes a right away at the worst moment: after a mutation was let in on it, before it commits. A
 * second connection changes the caller's membership and holds it; the mutation comes to wait for
 * it; then the change is committed. No timing is involved: each step waits for the one before.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Answer, Call } from '../harness/http.ts'
import { ACCOUNTS, LARKSPUR } from '../harness/people.ts'
import { effectOf } from './restoring.ts'
import type { Target } from './target.ts'

export const WITHDRAWALS = {
  suspended: `update public.memberships set status = 'suspended'
    where user_id = $1 and org_id = $2`,
  demoted: `delete from public.member_roles mr using public.memberships m
    where m.org_id = mr.org_id and m.id = mr.membership_id and m.user_id = $1 and m.org_id = $2`,
} as const

/** What a withdrawal itself changes: with what they own ends what an owner has offered. */
const WITHDRAWN_FROM = /^public\.(memberships|member_roles|ownership_offers)$/

/** An organization keeps an owner, so somebody else becomes one first. */
const ANOTHER_OWNER = `insert into public.member_roles (org_id, membership_id, role_id)
  select m.org_id, m.id, r.id from public.memberships m
  join public.roles r on r.org_id = m.org_id and r.is_owner
  where m.user_id = '${ACCOUNTS.editor.userId}' and m.org_id = $1`

/** Changes of access queue up behind this lock, before any row is locked. */
const ACCESS_LOCK = 'select pg_advisory_xact_lock(hashtextextended($1::text, 0))'

/**
 * @param userId who makes the call, and loses the right
 * @returns the answer, and the tables that anything but the withdrawal has changed
 */
export async function sendWhileWithdrawing(
  target: Target,
  call: Call,
  userId: string,
  withdrawal: keyof typeof WITHDRAWALS,
): Promise<{ answer: Answer; changed: readonly string[] }> {
  const { made, result: answer } = await effectOf(target, () =>
    raceWithdrawal(target, call, userId, withdrawal),
  )
  const tables = [...new Set(made.map(({ table }) => table))]
  return { answer, changed: tables.filter((table) => !WITHDRAWN_FROM.test(table)) }
}

async function raceWithdrawal(
  target: Target,
  call: Call,
  userId: string,
  withdrawal: keyof typeof WITHDRAWALS,
): Promise<Answer> {
  const other = new Client(target.connection)
  await other.connect()
  try {
    await other.query('begin')
    await other.query(ACCESS_LOCK, [LARKSPUR])
    await other.query(ANOTHER_OWNER, [LARKSPUR])
    await other.query(WITHDRAWALS[withdrawal], [userId, LARKSPUR])
    const answering = target.send(call)
    await Promise.race([answering, somebodyWaits(target)])
    await other.query('commit')
    return await answering
  } finally {
    await other.end()
  }
}

async function somebodyWaits({ db }: Target): Promise<void> {
  for (let polls = 0; polls < 500; polls += 1) {
    const { rowCount } = await db.query(
      `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rowCount !== null && rowCount > 0) return
    await sleep(10)
  }
  throw new Error('the mutation neither answered nor waited')
}
