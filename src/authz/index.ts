/** The public face of the authorization core. Pure: it imports nothing outside this folder. */
export { type Access, canAccess, type HeldRole, type Resource, type ResourceType } from './access'
export { type BillingPermission, hasBillingAccess } from './billing'
export { decide, type Decision, ownershipGrants, type Reason } from './decision'
export { permissionsBeyond } from './delegation'
export * from './errors'
export {
  ALL_PERMISSIONS,
  isPermission,
  type Permission,
  PERMISSIONS,
  resourceOf,
} from './permissions'
export * from './plans'
export {
  isRoleKey,
  isOwnerRole,
  OWNER_ROLE,
  ROLE_KEYS,
  ROLE_TEMPLATES,
  type RoleKey,
  type RoleTemplate,
} from './roles'
