/** Inputs about billing. */
import { z } from 'zod'
import { PLAN_KEYS } from '~/authz'

export const changePlanSchema = z.strictObject({ plan: z.enum(PLAN_KEYS) })
