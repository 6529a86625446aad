/** The twelve who knock at every entrance, and the few who knock at one. */
import { ACCOUNTS, type Person } from '../harness/people.ts'

/** In the order of the matrix's columns. */
export const PRINCIPALS = [
  'anonymous',
  /** The owner's cookie, after signing out. */
  'revoked',
  /** An account without a membership. */
  'outsider',
  'suspended',
  'owner',
  'admin',
  'editor',
  'viewer',
  'billing',
  /** Editor and billing at once. */
  'twoRoles',
  /** A member without a role, who owns the document that the samples name. */
  'author',
  /** Admin of another tenant: everything they may do, they may do there. */
  'otherAdmin',
] as const

export type Principal = (typeof PRINCIPALS)[number]

/** Anybody a request can be sent as. */
export type Caller = Principal | Person

/** @returns the person behind a caller, or undefined for those who are nobody here */
export function accountOf(caller: Caller) {
  return caller === 'anonymous' || caller === 'revoked' ? undefined : ACCOUNTS[caller]
}

/** @returns the organization that a caller's session works in */
export function organizationOf(caller: Caller): string | null {
  return accountOf(caller)?.organization ?? null
}
