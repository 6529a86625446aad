/** Inputs about one's own account. */
import { z } from 'zod'

export const updateAccountSchema = z.strictObject({
  name: z.string().trim().min(1, 'Tell people what to call you.').max(80),
})
export const revokeSessionSchema = z.strictObject({ sessionId: z.uuid() })
