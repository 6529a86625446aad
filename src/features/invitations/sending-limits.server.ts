/**
 * How many mails leave through invitations. Anybody can found an organization and invite whom they
 * like, so each mail is counted when it is sent, by who sends it and by who gets it: rows of
 * invitations tell nothing, for they can be sent again, taken back, and deleted with the
 * organization.
 *
 * All of it is counted inside the transaction that the mail waits in (see {@link countInside}).
 */
import { sql } from 'drizzle-orm'
import { rateLimited } from '~/authz'
import { hashOf, MAILS_PER_RECIPIENT } from '~/auth/sign-in-limits'
import { type Bound, countInside } from '~/db/rate-limits'
import type { TenantContext } from '~/middleware/context'
import { MOST_LINES } from './invitation-list'

const HOUR = 3_600

/** How a mail comes about: by itself, or as one of a list. Each has a bound of its own. */
export type Way = 'alone' | 'list'

/**
 * Mails of one organization within an hour, and of one person in all of theirs: twenty organizations
 * send no more than one. A whole list goes out at once.
 */
const SENDS_PER_HOUR: Readonly<Record<Way, Omit<Bound, 'prefix'>>> = {
  alone: { points: 100, seconds: HOUR },
  list: { points: MOST_LINES, seconds: HOUR },
}

/** Between two mails of one organization to one address, whatever became of the invitation meanwhile. */
const AGAIN: Bound = { prefix: 'invited-again', points: 1, seconds: 60 }

/**
 * Invitations that one address gets from everybody together. Fewer than the mails it gets at all, so
 * that no invitations keep a person from the mail that resets their password.
 */
const INVITATIONS_PER_RECIPIENT: Bound = { prefix: 'invited', points: 5, seconds: HOUR }

/** How often a person may ask what would become of a list: each is as much work as inviting it. */
const LIST_CHECKS: Bound = { prefix: 'list-checks', points: 10, seconds: 60 }

/**
 * Counts one mail at who sends it. Before any row of it is written: a look at a list (which isn't in
 * the queue of changes) then meets whoever invites meanwhile here, and not in a deadlock over addresses.
 *
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function countSender(ctx: TenantContext, way: Way): Promise<void> {
  const { db, organization, principal } = ctx
  const bound: Bound = { ...SENDS_PER_HOUR[way], prefix: `invites-${way}` }
  await countInside(db, bound, `organization ${organization.id}`)
  await countInside(db, bound, `person ${principal.userId}`)
}

/**
 * Counts one mail at who gets it.
 *
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function countRecipient(ctx: TenantContext, to: string): Promise<void> {
  const recipient = hashOf(to)
  await countInside(ctx.db, AGAIN, `${ctx.organization.id} ${recipient}`)
  await countInside(ctx.db, INVITATIONS_PER_RECIPIENT, recipient)
  await countInside(ctx.db, MAILS_PER_RECIPIENT, recipient)
}

/**
 * Counts one look at a list, and lets no second one of the same person begin meanwhile: each would
 * keep a connection from everybody else.
 *
 * @throws AppError `rate_limited` with the seconds to wait
 */
export async function countListCheck({ db, principal }: TenantContext): Promise<void> {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`list of ${principal.userId}`}, 0)) as held`,
  )
  if (rows[0]?.held !== true) throw rateLimited(1)
  await countInside(db, LIST_CHECKS, principal.userId)
}
