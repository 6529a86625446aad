/** Inputs about invitations. */
import { z } from 'zod'
import { FEWEST_CHARACTERS, MOST_CHARACTERS } from '~/authz'

const invitationId = z.uuid()
/** Addresses are compared without regard to case. */
const email = z.email().max(254).trim().toLowerCase()
const token = z.string().min(20).max(100)

export const inviteMemberSchema = z.strictObject({ email, roleId: z.uuid() })
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
