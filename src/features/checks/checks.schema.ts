/** Inputs of the explicit check. Safe for the client. */
import { z } from 'zod'
import { ALL_PERMISSIONS } from '~/authz'

const organizationId = z.uuid()
const permission = z.enum(ALL_PERMISSIONS)
const permissions = z.array(permission).min(1).max(ALL_PERMISSIONS.length)

export const checkSchema = z.strictObject({ organizationId, permission })
export const checkSeveralSchema = z.strictObject({ organizationId, permissions })
