/**
 * What a loader does when the server refuses: it leads the person to the page that says so.
 *
 * Loaders run in parallel with their parents', so a guard in a layout does not hold a child's
 * loader back; whichever is refused first must lead to the same place. Every loader therefore
 * reads through `load`. None of this protects anything: the functions refuse by themselves.
 */
import { notFound, redirect } from '@tanstack/react-router'
import { isAppError } from '~/authz'
import { unlessLeaving } from './leaving'
import { pageIn } from './search'

/** The part of a router location that is needed to come back to it. */
export interface Place {
  /** Path, search and hash. */
  readonly href: string
}

/**
 * Reads for a page.
 *
 * @param read calls the server functions that the page needs
 * @param place the page that is being opened, to come back to
 * @throws a redirect, a not-found, or the error for the page's error component
 */
export async function load<Result>(read: () => Promise<Result>, place: Place): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    await unlessLeaving()
    throw whereRefusalLeads(error, place)
  }
}

/**
 * @returns what the router should be told instead of the error: a redirect to sign in, to choose
 *   an organization or to the page about the missing permission; a not-found; or the error itself
 */
export function whereRefusalLeads(error: unknown, place: Place): unknown {
  if (!isAppError(error)) return error
  switch (error.code) {
    case 'unauthenticated':
      return toSignIn(place)
    case 'no_membership':
      return redirect({ to: '/welcome' })
    case 'forbidden':
      return redirect({
        to: '/unauthorized',
        search: { permission: error.details.permission, from: pageIn(place.href) },
      })
    case 'not_found':
    // A page's only input is its address: one that cannot be right leads nowhere either.
    case 'invalid_input':
      return notFound()
    default:
      return error
  }
}

/** To the sign-in page and, from there, back. */
export function toSignIn(place: Place) {
  return redirect({ to: '/login', search: { redirect: pageIn(place.href) } })
}
