/** The public face of the authorization core. Pure: it imports nothing outside this folder. */
export {
  type Access,
  canAccess,
  canAccessAll,
  canAccessAny,
  type HeldRole,
  type Resource,
  type ResourceType,
} from './access'
export {
  allPermissionsOf,
  type BillingPermission,
  hasBillingAccess,
  mayHere,
  rightsOfBillingContact,
} from './billing'
export {
  type AccessChange,
  type AccessFacts,
  afterChange,
  blastRadius,
  heldBy,
  type MemberEffect,
} from './blast-radius'
export { type Bundle, BUNDLE_KEYS, type BundleKey, BUNDLES, bundleState } from './bundles'
export {
  comparePermissions,
  type Comparison,
  differencesTo,
  nearlyTheSame,
  type RoleDifferences,
} from './compare'
export { decide, type Decision, ownershipGrants, type Reason } from './decision'
export { permissionsBeyond } from './delegation'
export * from './errors'
export { displayRank, hasRole, type RankedRole } from './hierarchy'
export { FEWEST_CHARACTERS, MOST_CHARACTERS } from './passwords'
export {
  ALL_PERMISSIONS,
  isPermission,
  type Permission,
  PERMISSIONS,
  resourceOf,
} from './permissions'
export { effectOfPlan, type PlanEffect, type QuotaEffect, type Usage } from './plan-change'
export * from './plans'
export {
  isRoleKey,
  isOwnerRole,
  OWNER_ROLE,
  ROLE_KEYS,
  ROLE_OF_FORMER_OWNERS,
  ROLE_OF_JOINERS,
  ROLE_TEMPLATES,
  type RoleKey,
  type RoleTemplate,
} from './roles'
