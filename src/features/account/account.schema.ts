/** Inputs about one's own account. */
import { z } from 'zod'
import { FEWEST_CHARACTERS, MOST_CHARACTERS } from '~/authz'

const name = z.string().trim().min(1, 'Tell people what to call you.').max(80)
/** Addresses are compared without regard to case. */
const email = z.email('This is no email address.').max(254).trim().toLowerCase()
const newPassword = z
  .string()
  .min(FEWEST_CHARACTERS, `Use ${FEWEST_CHARACTERS} characters or more.`)
  .max(MOST_CHARACTERS, `Use ${MOST_CHARACTERS} characters or fewer.`)
/** One that was chosen before, under whatever rule. */
const password = z.string().min(1, 'Type your password.').max(MOST_CHARACTERS)
const token = z.string().min(20).max(1000)

/** The sign-in library swallows the database's complaint about text that it cannot store. */
const storable = name.refine((text) => !text.includes('\0') && text.isWellFormed(), 'Type a name.')

export const updateAccountSchema = z.strictObject({ name })
export const revokeSessionSchema = z.strictObject({ sessionId: z.uuid() })
export const signUpSchema = z.strictObject({ name: storable, email, password: newPassword })
export const addressSchema = z.strictObject({ email })
export const confirmAddressSchema = z.strictObject({ token, password })
export const resetPasswordSchema = z.strictObject({ token, password: newPassword })
export const changePasswordSchema = z.strictObject({ currentPassword: password, newPassword })
