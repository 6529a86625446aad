/** What pages read of roles. */
import { queryOptions } from '@tanstack/react-query'
import type { Permission } from '~/authz'
import { listGranters, listGuards, listRoles } from './roles.functions'

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
