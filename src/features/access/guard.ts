/**
 * Guards of single pages, for the person's sake: a page whose form they could not submit says so
 * before they fill it in. A page that reads through a guarded function needs none of this.
 */
import { redirect } from '@tanstack/react-router'
import { canAccess, forbidden, noMembership, type Permission, type Resource } from '~/authz'
import { type Place, whereRefusalLeads } from './load'
import { accessOf, hasOrganization, type MemberViewer, type Viewer } from './viewer'

/** The guard route's match, as its children's loaders are given it. */
type GuardMatch = Promise<{ readonly loaderData?: Viewer | undefined }>

/**
 * The viewer that the guard above has read.
 *
 * @throws a redirect when the guard itself is about to redirect
 */
export async function viewerOf(guard: GuardMatch): Promise<MemberViewer> {
  const { loaderData: viewer } = await guard
  if (viewer === undefined) throw redirect({ to: '/login' })
  if (!hasOrganization(viewer)) throw redirect({ to: '/welcome' })
  return viewer
}

/**
 * Lets through who may do this; the others are shown which permission is missing.
 *
 * @param guard the `parentMatchPromise` of a loader below the guard route
 * @param resource the row it would be done to, where ownership may grant it
 * @throws a redirect to /unauthorized
 */
export async function guardPermission(
  guard: GuardMatch,
  permission: Permission,
  place: Place,
  resource?: Resource,
): Promise<MemberViewer> {
  return guardAnyPermission(guard, [permission], place, resource)
}

/** Lets through who holds at least one of the permissions. */
export async function guardAnyPermission(
  guard: GuardMatch,
  permissions: readonly [Permission, ...Permission[]],
  place: Place,
  resource?: Resource,
): Promise<MemberViewer> {
  const viewer = await viewerOf(guard)
  const access = accessOf(viewer)
  if (access === null) throw whereRefusalLeads(noMembership(), place)
  if (!permissions.some((permission) => canAccess(access, permission, resource))) {
    throw whereRefusalLeads(forbidden(permissions[0]), place)
  }
  return viewer
}
