/**
 * What the matrix page is filtered by. All of it is in the address, so that a view of the matrix
 * can be linked to. What nobody could have meant is dropped, and every key is always returned: the
 * router lays the result over what the address held.
 */
import { ALL_PERMISSIONS, type Permission } from '~/authz'

export interface MatrixSearch {
  /** Words in a permission, its description, or the name of what it guards. */
  readonly search?: string
  /** One part of the registry: `content`, `org`. */
  readonly resource?: string
  /** Only permissions that some of the roles shown have and others do not. */
  readonly differ?: true
  /** The roles to show, by their keys, as `viewer,editor`; all without it. */
  readonly roles?: string
}

/** The parts that the registry falls into, in its order. */
export const RESOURCES: readonly string[] = [...new Set(ALL_PERMISSIONS.map(partOf))]

/** @returns what the permission is about, by its first word: `org` for `org:members:invite`. */
export function partOf(permission: Permission): string {
  return permission.slice(0, permission.indexOf(':'))
}

const MOST_CHARACTERS = 200

export function matrixSearch(raw: Readonly<Record<string, unknown>>): MatrixSearch {
  const resource = text(raw.resource)
  return {
    search: text(raw.search),
    resource: RESOURCES.some((one) => one === resource) ? resource : undefined,
    differ: raw.differ === true ? true : undefined,
    roles: text(raw.roles),
  }
}

/** The router reads `?search=2026` as a number. */
function text(value: unknown): string | undefined {
  const words = typeof value === 'number' ? String(value) : value
  return typeof words === 'string' && words !== '' ? words.slice(0, MOST_CHARACTERS) : undefined
}
