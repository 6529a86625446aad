/** Inputs about members. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'
import { inputsOf } from '~/features/access/list.schema'
import { memberFilters } from './members.filters'

const memberId = z.uuid()
/** Acting on oneself has to be meant: losing one's own access by a slip is hard to undo. */
const meant = z.boolean().default(false)

export const listMembersSchema = z.strictObject(inputsOf(memberFilters)).prefault({})

export const memberIdSchema = z.strictObject({ memberId })

export const updateMemberProfileSchema = z.strictObject({
  memberId,
  title: z.string().trim().max(120),
})

export const changeMemberRolesSchema = z.strictObject({
  memberId,
  /** The full set: what is not named is taken away. */
  roleIds: z.array(z.uuid()).max(20),
  evenThoughItIsMe: meant,
})

export const setBillingContactSchema = z.strictObject({ memberId, isBillingContact: z.boolean() })

export const removeMemberSchema = z.strictObject({ memberId, evenThoughItIsMe: meant })
