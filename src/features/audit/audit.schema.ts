/** Inputs about the audit log. */
import { z } from 'zod'

export const listAuditEventsSchema = z.strictObject({
  /** Only what came before this number; the end of the previous page. */
  before: z.int().positive().optional(),
})
