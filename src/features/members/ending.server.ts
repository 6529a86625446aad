/**
 * How a membership ends: removed, erased, or left. The access is gone at once; what the person owned
 * goes where the caller said, in the same transaction.
 */
import { and, eq } from 'drizzle-orm'
import {
  canAccess,
  conflict,
  forbiddenBecause,
  notFound,
  type Permission,
  permissionsBeyond,
} from '~/authz'
import { isProfileOfMember } from '~/db/profiles'
import { documents } from '~/db/schema/documents'
import { memberProfiles, memberships } from '~/db/schema/organizations'
import { announce } from '~/platform/lifecycle'
import {
  isMember,
  isSelf,
  type MemberContext,
  requireAnOwner,
  requireMeant,
  target,
} from './members.server'

/** What owning a document grants. Who hands documents on hands this out. */
const OWNERSHIP: readonly Permission[] = ['content:read', 'content:write']

/**
 * Removes somebody else.
 *
 * @throws AppError `conflict` for oneself, and for the last active owner; and see {@link settleDocuments}
 */
export async function removeMember(
  ctx: MemberContext,
  { documentsTo }: { readonly documentsTo: string | null },
): Promise<void> {
  if (isSelf(ctx)) throw conflict('This is you. Leave the organization instead.')
  await endMembership(ctx, documentsTo)
}

/**
 * Leaves: one's own membership ends.
 *
 * @throws AppError `conflict` for the last active owner; and see {@link settleDocuments}
 */
export async function leaveOrganization(
  ctx: MemberContext,
  { documentsTo }: { readonly documentsTo: string | null },
): Promise<void> {
  await endMembership(ctx, documentsTo)
}

async function endMembership(ctx: MemberContext, documentsTo: string | null): Promise<void> {
  const { member } = ctx
  await waitForMember(ctx)
  const settled = await settleDocuments(ctx, documentsTo)
  await deleteMembership(ctx)
  await ctx.trail.record({
    target: target(member),
    before: { roles: member.roles.map((role) => role.name), title: member.title },
    after: settled,
  })
}

/** Their roles go with it, and so says who is told of assignments. */
async function deleteMembership(ctx: MemberContext): Promise<void> {
  const { member, db } = ctx
  await db.delete(memberships).where(isMember(ctx, member.id))
  await requireAnOwner(ctx)
  const about = { orgId: member.orgId, actorId: ctx.principal.userId, memberId: member.id }
  for (const { id: roleId } of member.roles)
    announce(db, 'assignment.deleted', { ...about, roleId })
}

/**
 * Waits for what the member is doing right now, before any document of theirs is locked: they hold
 * their membership and may want a document, and would otherwise meet this in a deadlock.
 */
async function waitForMember(ctx: MemberContext): Promise<void> {
  await ctx.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(isMember(ctx, ctx.member.id))
    .for('update')
}

/**
 * Gives the documents to another member, or keeps each under the name of who leaves: then it has
 * no owner any more, and the name beside it is a name alone, which gives nobody anything.
 *
 * @throws AppError `forbidden` for handing on more than the caller may do, `not_found` for a
 *   recipient who is no member, `conflict` for one who is suspended or is the one that leaves
 */
async function settleDocuments(ctx: MemberContext, documentsTo: string | null) {
  const { member, db } = ctx
  const theirs = and(eq(documents.orgId, member.orgId), eq(documents.ownerId, member.userId))
  if (documentsTo === null) {
    const kept = await db.update(documents).set({ keptName: member.name }).where(theirs)
    return { documentsKept: kept.rowCount ?? 0 }
  }
  const recipient = await findRecipient(ctx, documentsTo)
  const given = await db.update(documents).set({ ownerId: recipient.userId }).where(theirs)
  return { documentsGiven: given.rowCount ?? 0, documentsTo: recipient.name }
}

async function findRecipient(ctx: MemberContext, memberId: string) {
  const { access, db, member } = ctx
  // Who leaves gives away their own. For another's, owning is reading and writing: nobody hands out
  // what they don't hold, to themselves least of all.
  if (!isSelf(ctx) && permissionsBeyond(access.permissions, OWNERSHIP).length > 0) {
    throw forbiddenBecause('You can only hand documents on if you may read and write all of them.')
  }
  if (!canAccess(access, 'users:read')) throw notFound()
  const [recipient] = await db
    .select({
      userId: memberships.userId,
      status: memberships.status,
      name: memberProfiles.name,
    })
    .from(memberships)
    .innerJoin(memberProfiles, isProfileOfMember())
    .where(isMember(ctx, memberId))
    .for('share', { of: memberships })
  if (recipient === undefined) throw notFound()
  if (recipient.status !== 'active' || recipient.userId === member.userId) {
    throw conflict('Documents go to another active member.')
  }
  return recipient
}

/**
 * Ends a membership and deletes what the person had not shared, their unpublished documents; unless
 * all that they owned is handed on first.
 *
 * @throws AppError `conflict` for the last active owner; and see {@link settleDocuments}
 */
export async function eraseMember(
  ctx: MemberContext,
  input: { readonly documentsTo: string | null; readonly evenThoughItIsMe: boolean },
): Promise<void> {
  const { member } = ctx
  requireMeant(ctx, input.evenThoughItIsMe)
  await waitForMember(ctx)
  const settled =
    input.documentsTo === null
      ? { drafts: await deleteDrafts(ctx) }
      : await settleDocuments(ctx, input.documentsTo)
  await deleteMembership(ctx)
  await ctx.trail.record({ target: target(member), before: settled })
}

async function deleteDrafts({ db, member }: MemberContext): Promise<number> {
  const drafts = await db
    .delete(documents)
    .where(
      and(
        eq(documents.orgId, member.orgId),
        eq(documents.ownerId, member.userId),
        eq(documents.status, 'draft'),
      ),
    )
    .returning({ id: documents.id })
  return drafts.length
}
