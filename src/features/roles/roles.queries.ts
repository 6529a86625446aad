/** What pages read of roles. */
import { queryOptions } from '@tanstack/react-query'
import type { Permission } from '~/authz'
import {
  compareRoles,
  getPermission,
  getRole,
  listGranters,
  listGuards,
  listPermissions,
  listRoles,
} from './roles.functions'

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: () => listRoles(),
})

export const roleQuery = (roleId: string) =>
  queryOptions({
    queryKey: ['roles', 'one', roleId],
    queryFn: () => getRole({ data: { roleId } }),
  })

export const permissionsQuery = queryOptions({
  queryKey: ['roles', 'permissions'],
  queryFn: () => listPermissions(),
  // The registry is part of the build.
  staleTime: Infinity,
})

export const permissionQuery = (permission: Permission) =>
  queryOptions({
    queryKey: ['roles', 'permission', permission],
    queryFn: () => getPermission({ data: { permission } }),
  })

export const comparisonQuery = (firstId: string, secondId: string) =>
  queryOptions({
    queryKey: ['roles', 'comparison', firstId, secondId],
    queryFn: () => compareRoles({ data: { firstId, secondId } }),
  })

export const guardsQuery = queryOptions({
  queryKey: ['roles', 'guards'],
  queryFn: () => listGuards(),
  // Another build makes another document.
  staleTime: Infinity,
})

export const grantersQuery = (permission: Permission) =>
  queryOptions({
    queryKey: ['roles', 'granters', permission],
    queryFn: () => listGranters({ data: { permission } }),
  })
