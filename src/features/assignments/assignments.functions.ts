/** The entrances to assignments: who holds which role, given and taken one at a time. */
import { createServerFn } from '@tanstack/react-start'
import { requireMember } from '~/features/members/members.gate'
import { accept } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import {
  assignmentSchema,
  listAssignmentsSchema,
  previewAssignmentsSchema,
} from './assignments.schema'
import * as logic from './assignments.server'

export const listAssignments = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:assignments:read')])
  .validator(accept(listAssignmentsSchema))
  .handler(({ context, data }) => logic.listAssignments(context, data))

export const assignRole = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:roles:assign')])
  .validator(accept(assignmentSchema))
  .handler(({ context, data }) => logic.assignRole(context, data))

export const removeAssignment = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:roles:assign')])
  .validator(accept(assignmentSchema))
  .handler(({ context, data }) => logic.removeAssignment(context, data))

export const previewAssignments = createServerFn({ method: 'GET' })
  .middleware([requireMember('org:roles:assign')])
  .validator(accept(previewAssignmentsSchema))
  .handler(({ context, data }) => logic.previewAssignments(context, data.roleIds))
