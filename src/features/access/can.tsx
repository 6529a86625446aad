/** Shows its children to who may do something, and nothing to anybody else. */
import type { ReactNode } from 'react'
import type { Permission, Resource } from '~/authz'
import { usePermission } from './use-permission'

export interface CanProps {
  readonly permission: Permission
  /** The row it would be done to, where ownership may grant it. */
  readonly resource?: Resource
  readonly children: ReactNode
}

export function Can({ permission, resource, children }: CanProps) {
  return usePermission(permission, resource) ? children : null
}
