/** The entrances to invitations: sent and taken back by members, accepted by whom they are for. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { requirePermission, requirePermissionToLook } from '~/middleware/permission'
import { publicAccess } from '~/middleware/public'
import { requireQuota } from '~/middleware/quota'
import { authMiddleware } from '~/middleware/session'
import * as acceptance from './acceptance.server'
import * as lists from './invitation-list.server'
import { requireInvitation } from './invitations.gate'
import {
  checkInvitationListSchema,
  invitationIdSchema,
  inviteFromListSchema,
  inviteMemberSchema,
  joinAsNewPersonSchema,
  tokenSchema,
} from './invitations.schema'
import * as logic from './invitations.server'
import * as mine from './my-invitations.server'

export const listInvitations = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:members:invite')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.listInvitations(context))

export const inviteMember = createServerFn({ method: 'POST' })
  .middleware([requirePermission('org:members:invite'), requireQuota('members')])
  .validator(accept(inviteMemberSchema))
  .handler(({ context, data }) => logic.inviteMember(context, data))

/** What would become of each line of a list. Changes nothing but the record that it was asked. */
export const checkInvitationList = createServerFn({ method: 'POST' })
  .middleware([requirePermissionToLook('org:members:invite')])
  .validator(accept(checkInvitationListSchema))
  .handler(({ context, data }) => lists.checkInvitationList(context, data.list))

/** Invites some lines of a list, each by itself: those that are refused keep nobody else from it. */
export const inviteFromList = createServerFn({ method: 'POST' })
  .middleware([requirePermission('org:members:invite')])
  .validator(accept(inviteFromListSchema))
  .handler(({ context, data }) => lists.inviteFromList(context, data.invitations))

export const resendInvitation = createServerFn({ method: 'POST' })
  .middleware([requireInvitation('org:members:invite')])
  .validator(accept(invitationIdSchema))
  .handler(({ context }) => logic.resendInvitation(context))

export const revokeInvitation = createServerFn({ method: 'POST' })
  .middleware([requireInvitation('org:members:invite')])
  .validator(accept(invitationIdSchema))
  .handler(({ context }) => logic.revokeInvitation(context))

/** What is promised to the caller's own address. It is accepted by the link in the mail alone. */
export const listMyInvitations = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => mine.listMyInvitations(context.principal))

/** For who holds the link: where it leads, and nothing else about the organization. */
export const previewInvitation = createServerFn({ method: 'GET' })
  .middleware([publicAccess('an invitation is looked at before there is an account')])
  .validator(accept(tokenSchema))
  .handler(({ data }) => acceptance.previewInvitation(data.token))

export const acceptInvitation = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(tokenSchema))
  .handler(({ context, data }) => acceptance.acceptInvitation(context.principal, data.token))

export const joinAsNewPerson = createServerFn({ method: 'POST' })
  .middleware([publicAccess('the person has no account yet; the token shows whose address it is')])
  .validator(accept(joinAsNewPersonSchema))
  .handler(({ data }) => acceptance.joinAsNewPerson(data))
