/** What pages read of roles. */
import { queryOptions } from '@tanstack/react-query'
import { type Access, canAccess, type Permission } from '~/authz'
import { listGranters, listGuards, listRoles } from './roles.functions'

/** Any of these lets one see roles. */
export const SEE_ROLES: readonly Permission[] = ['org:roles:read', 'org:roles:assign']

/** Asked before a page reads roles beside what it is about: a refusal is recorded as a denial. */
export function maySeeRoles(access: Access | null): boolean {
  return SEE_ROLES.some((permission) => canAccess(access, permission))
}

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: () => listRoles(),
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
