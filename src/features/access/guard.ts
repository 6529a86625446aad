/**
 * Guards of single pages, for the person's sake: a page whose form they could not submit says so
 * before they fill it in. A page that reads through a guarded function needs none of this.
 */
import { canAccessAny, forbidden, noMembership, type Permission, type Resource } from '~/authz'
import { type Place, toSignIn, whereRefusalLeads } from './load'
import { accessOf, hasOrganization, type MemberViewer, type Viewer } from './viewer'

/** The guard route's match, as its children's loaders are given it. */
type GuardMatch = Promise<{ readonly loaderData?: Viewer | undefined; readonly error?: unknown }>

/**
 * The viewer that the guard above has read.
 *
 * @param place the page that is being opened, to come back to
 * @throws what the guard failed with, or a redirect where it leads away itself: the router
 *   follows the guard's, which came first
 */
export async function viewerOf(guard: GuardMatch, place: Place): Promise<MemberViewer> {
  const { loaderData: viewer, error } = await guard
  if (viewer === undefined) {
    const reason: unknown = error ?? toSignIn(place)
    throw reason
  }
  if (!hasOrganization(viewer)) throw whereRefusalLeads(noMembership(), place)
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
  const viewer = await viewerOf(guard, place)
  const access = accessOf(viewer)
  if (!canAccessAny(access, permissions, resource)) {
    throw whereRefusalLeads(forbidden(permissions[0]), place)
  }
  return viewer
}
