/** Inputs about who holds which role. Safe for the client. */
import { z } from 'zod'

const memberId = z.uuid()
const roleId = z.uuid()
/** Acting on oneself has to be meant. */
const evenThoughItIsMe = z.boolean().default(false)

export const listAssignmentsSchema = z
  .strictObject({
    roleId: roleId.optional(),
    memberId: memberId.optional(),
    page: z.int().min(1).max(1000).optional(),
  })
  .prefault({})

export const assignmentSchema = z.strictObject({ memberId, roleId, evenThoughItIsMe })

export const previewAssignmentsSchema = z.strictObject({
  memberId,
  /** The full set: what is not named is taken away. */
  roleIds: z.array(roleId).max(30),
})
