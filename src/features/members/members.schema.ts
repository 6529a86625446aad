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

/** The roles that somebody was seen to hold when the change was made; at most all that there are. */
const madeFrom = z.array(z.uuid()).max(30)

export const changeMemberRolesSchema = z.strictObject({
  memberId,
  madeFrom,
  /** The full set: what is not named is taken away. */
  roleIds: z.array(z.uuid()).max(20),
  evenThoughItIsMe: meant,
})

/** As many as one page of the list. */
const MOST_AT_ONCE = 25

export const manyMembersSchema = z.strictObject({
  memberIds: z.array(memberId).min(1).max(MOST_AT_ONCE),
  /** Beside what they hold, out of it, or instead of it. */
  change: z.enum(['add', 'remove', 'set']),
  roleIds: z.array(z.uuid()).min(1, 'Choose at least one role.').max(20),
})

/** What replaces all roles of somebody says which: adding and taking undo nobody else's change. */
export const changeRolesOfManySchema = manyMembersSchema
  .extend({
    madeFrom: z
      .array(z.strictObject({ memberId, roleIds: madeFrom }))
      .max(MOST_AT_ONCE)
      .default([]),
  })
  .refine(
    ({ change, memberIds, madeFrom: seen }) =>
      change !== 'set' || memberIds.every((id) => seen.some((one) => one.memberId === id)),
    { path: ['madeFrom'], message: 'Say which roles each of them was seen to hold.' },
  )

export const setBillingContactSchema = z.strictObject({ memberId, isBillingContact: z.boolean() })

export const suspendMemberSchema = z.strictObject({ memberId, suspended: z.boolean() })

/**
 * Who gets the documents of somebody who goes; null keeps them under the name of who owned them.
 * It has no default: whoever ends a membership decides it.
 */
const documentsTo = z.uuid().nullable()

export const removeMemberSchema = z.strictObject({ memberId, documentsTo })

export const leaveOrganizationSchema = z.strictObject({ documentsTo })

/** Given to nobody, the drafts go with the person: erasing keeps no name. */
export const eraseMemberSchema = z.strictObject({
  memberId,
  documentsTo: documentsTo.default(null),
  evenThoughItIsMe: meant,
})
