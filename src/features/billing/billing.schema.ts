/** Inputs about billing. */
import { z } from 'zod'

export const changePlanSchema = z.strictObject({ plan: z.enum(['free', 'pro', 'enterprise']) })
