/** Guard: an active membership. Without one there is nothing to see but the way to another. */
import { createFileRoute, Outlet } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { NotFoundPage } from '~/features/access/not-found-page'

export const Route = createFileRoute('/_authed/_member')({
  loader: ({ parentMatchPromise, location }) => viewerOf(parentMatchPromise, location),
  component: Outlet,
  notFoundComponent: NotFoundPage,
})
