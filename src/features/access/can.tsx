/** Shows its children to who may do something, and nothing to anybody else. */
import type { ReactNode } from 'react'
import { hasBillingAccess, type Permission, type Resource } from '~/authz'
import { useAccess, usePermission } from './use-permission'

export interface CanProps {
  readonly permission: Permission
  /** The row it would be done to, where ownership may grant it. */
  readonly resource?: Resource
  readonly children: ReactNode
}

export function Can({ permission, resource, children }: CanProps) {
  return usePermission(permission, resource) ? children : null
}

/** Shows its children to who may change the plan: by a role, or as the billing contact. */
export function CanHandleBilling({ children }: Pick<CanProps, 'children'>) {
  return hasBillingAccess(useAccess(), 'billing:write') ? children : null
}
