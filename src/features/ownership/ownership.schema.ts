/** Inputs about the ownership of an organization. Safe for the client. */
import { z } from 'zod'

export const offerOwnershipSchema = z.strictObject({
  memberId: z.uuid(),
  /** Offering takes typing the organization's name. */
  confirmName: z.string().max(80),
})

export const offerIdSchema = z.strictObject({ offerId: z.uuid() })
