/** Inputs about billing. */
import { z } from 'zod'
import { PLAN_KEYS } from '~/authz'

export const planSchema = z.strictObject({ plan: z.enum(PLAN_KEYS) })
