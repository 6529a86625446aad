/** Inputs about members. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'
import { page, search } from '~/features/access/list.schema'

const memberId = z.uuid()
/** Acting on oneself has to be meant: losing one's own access by a slip is hard to undo. */
const meant = z.boolean().default(false)

/** How the list of members can be narrowed and ordered; an address can hold all of it. */
export const memberFilters = {
  /** In the name or the e-mail address. */
  search: search.optional(),
  status: z.enum(['active', 'suspended']).optional(),
  /** Who hold this role. */
  roleId: z.uuid().optional(),
  sort: z.enum(['name', '-name', 'joined', '-joined']).optional(),
  page: page.optional(),
}

export const listMembersSchema = z.strictObject(memberFilters).prefault({})

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
