/**
 * What the sign-in page and the page about a missing permission accept in their addresses.
 *
 * The router lays what a validator returns *over* what the address held. A key that is left out
 * keeps the hostile value, so every key is always returned, if need be as undefined.
 */
import { isPermission, type Permission } from '~/authz'
import { safeRedirect } from './safe-redirect'

type Raw = Record<string, unknown>

export interface SignInSearch {
  /** The page to go on to; undefined is the dashboard. */
  redirect?: string
}

export function signInSearch({ redirect }: Raw): SignInSearch {
  return { redirect: pageIn(redirect) }
}

export interface UnauthorizedSearch {
  /** Only what the registry knows: nobody's own text ends up on the page. */
  permission?: Permission
  /** The page that was refused, to try again. */
  from?: string
}

export function unauthorizedSearch({ permission, from }: Raw): UnauthorizedSearch {
  const isKnown = typeof permission === 'string' && isPermission(permission)
  return { permission: isKnown ? permission : undefined, from: pageIn(from) }
}

/** @returns undefined for the dashboard, which needs no mention in an address */
export function pageIn(value: unknown): string | undefined {
  const path = safeRedirect(value)
  return path === '/' ? undefined : path
}
