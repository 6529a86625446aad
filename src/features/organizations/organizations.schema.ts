/** Inputs about organizations. Safe for the client: forms validate with the same schemas. */
import { z } from 'zod'

const name = z.string().trim().min(2, 'Give the organization a name.').max(80)

export const createOrganizationSchema = z.strictObject({ name })
export const switchOrganizationSchema = z.strictObject({ organizationId: z.uuid() })
export const updateOrganizationSchema = z.strictObject({ name })
/** Deleting takes typing the organization's name. */
export const deleteOrganizationSchema = z.strictObject({ confirmName: z.string().max(80) })
