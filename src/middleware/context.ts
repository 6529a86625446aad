/**
 * What the member gates hand on. A feature's logic takes this as its first argument, so it can
 * only run for a principal whose organization was checked, on that organization's rows.
 */
import type { Access } from '~/authz'
import type { Trail } from '~/audit/record'
import type { ActiveOrganization, Principal } from '~/auth/session'
import type { DoorMode, TenantDb } from '~/db/tenant-door'

export interface TenantContext {
  readonly principal: Principal
  readonly organization: ActiveOrganization
  readonly access: Access
  /** The open transaction: one organization's rows. */
  readonly db: TenantDb
  /** Where every change is recorded. */
  readonly trail: Trail
  readonly mode: DoorMode
}
