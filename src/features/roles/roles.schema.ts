/** Inputs about roles. Safe for the client. */
import { z } from 'zod'
import { ALL_PERMISSIONS, ROLE_KEYS } from '~/authz'

const permission = z.enum(ALL_PERMISSIONS)
/** The full set, each once. Bundles are the editor's: what is sent are the permissions in them. */
const permissions = z
  .array(permission)
  .max(ALL_PERMISSIONS.length)
  .refine((named) => new Set(named).size === named.length, 'Name each permission once.')
const roleId = z.uuid()
const name = z.string().trim().min(2, 'Give the role a name.').max(60)
const description = z.string().trim().max(200)
/** What the change was made from: the role's and its template's, as they were read. */
const version = z.string().max(60)
/** Losing one's own access by a slip is hard to undo. */
const meant = z.boolean().default(false)

export const listGrantersSchema = z.strictObject({ permission })

export const permissionSchema = z.strictObject({ permission })

export const roleIdSchema = z.strictObject({ roleId })

export const createRoleSchema = z.strictObject({
  /** A role of the organization's own always starts as a clone. */
  template: z.enum(ROLE_KEYS),
  name,
  /** For good: what integrations call the role. */
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Lower-case letters, digits and single hyphens.')
    .min(2)
    .max(40),
  description,
})

export const updateRoleSchema = z.strictObject({
  roleId,
  version,
  name,
  description,
  permissions,
  evenThoughItIsMe: meant,
})

export const detachRoleSchema = z.strictObject({ roleId, version })

export const deleteRoleSchema = z.strictObject({
  roleId,
  version,
  /** What its holders get instead; a role that somebody holds isn't deleted without. */
  replacementId: z.uuid().optional(),
  evenThoughItIsMe: meant,
})

export const compareRolesSchema = z.strictObject({ firstId: z.uuid(), secondId: z.uuid() })

export const previewRoleChangeSchema = z.strictObject({ roleId, permissions })

export const previewRoleDeletionSchema = z.strictObject({
  roleId,
  replacementId: z.uuid().optional(),
})
