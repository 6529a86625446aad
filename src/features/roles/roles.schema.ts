/** Inputs about roles. Safe for the client. */
import { z } from 'zod'
import { ALL_PERMISSIONS } from '~/authz'

export const listGrantersSchema = z.strictObject({ permission: z.enum(ALL_PERMISSIONS) })
