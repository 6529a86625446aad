/** The entrances to members: who belongs here, and what is done to them. */
import { createServerFn } from '@tanstack/react-start'
import { accept } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import { requireMember, requireOwnMembership } from './members.gate'
import {
  changeMemberRolesSchema,
  changeRolesOfManySchema,
  eraseMemberSchema,
  leaveOrganizationSchema,
  listMembersSchema,
  manyMembersSchema,
  memberIdSchema,
  removeMemberSchema,
  setBillingContactSchema,
  suspendMemberSchema,
  updateMemberProfileSchema,
} from './members.schema'
import * as ending from './ending.server'
import * as roles from './member-roles.server'
import * as many from './many-members.server'
import * as logic from './members.server'
import * as membership from './membership.server'

export const listMembers = createServerFn({ method: 'GET' })
  .middleware([requirePermission('users:read')])
  .validator(accept(listMembersSchema))
  .handler(({ context, data }) => logic.listMembers(context, data))

export const getMember = createServerFn({ method: 'GET' })
  .middleware([requireMember('users:read')])
  .validator(accept(memberIdSchema))
  .handler(({ context }) => logic.describeMember(context))

export const updateMemberProfile = createServerFn({ method: 'POST' })
  .middleware([requireMember('users:write')])
  .validator(accept(updateMemberProfileSchema))
  .handler(({ context, data }) => logic.updateMemberProfile(context, data.title))

export const changeMemberRoles = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:roles:assign')])
  .validator(accept(changeMemberRolesSchema))
  .handler(({ context, data }) => roles.changeMemberRoles(context, data))

export const previewRolesOfMany = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:roles:assign')])
  .validator(accept(manyMembersSchema))
  .handler(({ context, data }) => many.previewRolesOfMany(context, data))

export const changeRolesOfMany = createServerFn({ method: 'POST' })
  .middleware([requirePermission('org:roles:assign')])
  .validator(accept(changeRolesOfManySchema))
  .handler(({ context, data }) => many.changeRolesOfMany(context, data))

export const setBillingContact = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:roles:assign')])
  .validator(accept(setBillingContactSchema))
  .handler(({ context, data }) => membership.setBillingContact(context, data.isBillingContact))

export const suspendMember = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:members:remove')])
  .validator(accept(suspendMemberSchema))
  .handler(({ context, data }) => membership.suspendMember(context, data.suspended))

export const removeMember = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:members:remove')])
  .validator(accept(removeMemberSchema))
  .handler(({ context, data }) => ending.removeMember(context, data))

export const eraseMember = createServerFn({ method: 'POST' })
  .middleware([requireMember('users:delete')])
  .validator(accept(eraseMemberSchema))
  .handler(({ context, data }) => ending.eraseMember(context, data))

export const leaveOrganization = createServerFn({ method: 'POST' })
  .middleware([requireOwnMembership])
  .validator(accept(leaveOrganizationSchema))
  .handler(({ context, data }) => ending.leaveOrganization(context, data))
