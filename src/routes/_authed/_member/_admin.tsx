/** Guard: pages for those who answer for the organization. */
import { createFileRoute, Outlet } from '@tanstack/react-router'
import { guardAnyPermission } from '~/features/access/guard'
import { NotFoundPage } from '~/features/access/not-found-page'

export const Route = createFileRoute('/_authed/_member/_admin')({
  loader: ({ parentMatchPromise, location }) =>
    guardAnyPermission(
      parentMatchPromise,
      ['audit:read', 'org:settings:write', 'org:roles:write', 'org:members:invite'],
      location,
    ),
  component: Outlet,
  notFoundComponent: NotFoundPage,
})
