/** Inputs about invitations. */
import { z } from 'zod'
import { FEWEST_CHARACTERS, MOST_CHARACTERS } from '~/authz'
import { MOST_AT_ONCE, MOST_CHARACTERS_OF_A_LIST } from './invitation-list'

const invitationId = z.uuid()
/** Addresses are compared without regard to case. */
const email = z.email().max(254).trim().toLowerCase()
const token = z.string().min(20).max(100)

/** Without a role: the one that the organization gives to who joins. */
export const inviteMemberSchema = z.strictObject({ email, roleId: z.uuid().optional() })
export const emailSchema = email
/** What a replaced byte reads as: the file was in another encoding than it was read in. */
const REPLACED = '\uFFFD'
export const checkInvitationListSchema = z.strictObject({
  list: z
    .string()
    .max(MOST_CHARACTERS_OF_A_LIST, 'This list is too long. Import it in parts.')
    .refine((text) => text.isWellFormed() && !text.includes('\0') && !text.includes(REPLACED), {
      message: 'This is no text in UTF-8.',
    }),
})
/** What was read from a list, line by line: looked at again, one by one, like any invitation. */
export const inviteFromListSchema = z.strictObject({
  invitations: z
    .array(z.strictObject({ email: z.string().max(254), role: z.string().max(80) }))
    .min(1)
    .max(MOST_AT_ONCE),
})
export const invitationIdSchema = z.strictObject({ invitationId })
export const tokenSchema = z.strictObject({ token })
export const joinAsNewPersonSchema = z.strictObject({
  token,
  name: z.string().trim().min(1, 'Tell people what to call you.').max(80),
  password: z
    .string()
    .min(FEWEST_CHARACTERS, `Use ${FEWEST_CHARACTERS} characters or more.`)
    .max(MOST_CHARACTERS),
})
