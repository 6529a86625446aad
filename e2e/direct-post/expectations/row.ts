/** The shape of the expectations: literal, complete, and without a word from `src`. */
import type { Person } from '../../harness/people.ts'
import type { Outcome } from '../outcome.ts'
import type { Caller, Principal } from '../principals.ts'
import type { Json, JsonObject } from '../wire.ts'
import type { World } from '../world.ts'

/** What a successful call does to one table. Nothing else may change, in no other table. */
export interface Change {
  readonly table: string
  readonly inserted?: number
  /** `all`: every row that the caller's organization has in this table. */
  readonly deleted?: number | 'all'
  readonly updated?: number
  /** Whose the inserted rows are, where they are not the caller's. */
  readonly insertedFor?: Person
  /** Whose organization's the rows are, where it is not the caller's. */
  readonly inOrganization?: string
  /** The rows are those of who joins with it, or of the account that its token is for; so is the record. */
  readonly byNewcomer?: true | undefined
  /** The columns that differ in the updated rows, all of them. */
  readonly columns?: readonly string[]
}

/** One id in the input, and how another tenant's gets in its place. */
export interface IdArgument {
  readonly name: string
  /** Where ids of this kind live, to make sure that the foreign one is no fiction. */
  readonly table: string
  readonly foreign: (world: World) => string
  readonly put: (data: JsonObject, id: Json) => JsonObject
  /** What both are answered, where what it names is not looked up and only compared. */
  readonly answers?: Outcome
}

/** One more call worth making: a rule of the feature, a quota, an escalation. */
export interface Case {
  readonly title: string
  readonly as: Caller
  readonly data: (world: World) => JsonObject
  readonly outcome: Outcome
  /** What it changes; of a call that is refused, that it was counted. */
  readonly changes?: readonly Change[]
}

export interface FunctionRow {
  readonly method: 'GET' | 'POST'
  readonly kind: 'public' | 'signed in' | 'member' | 'permission' | 'resource'
  /** The permission that a refusal by the permission gate must name. */
  readonly asks?: string
  /** The sample input; absent for a function that takes none. */
  readonly data?: (world: World) => JsonObject
  /** For a list: the input that narrows nothing, so that another tenant's rows would show. */
  readonly widest?: JsonObject
  readonly ids?: readonly IdArgument[]
  /** For a list: ids that only narrow it, so that one of another tenant's leaves nothing in it. */
  readonly narrows?: readonly IdArgument[]
  /** The fields of the input that take any text. */
  readonly texts?: readonly string[]
  readonly outcomes: Readonly<Record<Principal, Outcome>>
  /** For a POST: what the sample changes, for each caller who may. */
  readonly changes?: (caller: Caller) => readonly Change[]
  readonly cases?: readonly Case[]
}

export type Rows = Readonly<Record<string, FunctionRow>>

type Member = Exclude<Principal, 'anonymous' | 'revoked' | 'outsider' | 'suspended'>

/** Nobody without an active membership gets further than the gates that ask for one. */
export function membersOnly(
  outcomes: Readonly<Record<Member, Outcome>>,
): Readonly<Record<Principal, Outcome>> {
  return {
    anonymous: 'unauthenticated',
    revoked: 'unauthenticated',
    outsider: 'no_membership',
    suspended: 'no_membership',
    ...outcomes,
  }
}

/** Who may act on a viewer or an editor. */
export const MANAGERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'forbidden',
  twoRoles: 'forbidden',
  author: 'not_found',
  otherAdmin: 'not_found',
})

/** Whoever calls, signed in or not. */
export const everybody = (outcome: Outcome): Readonly<Record<Principal, Outcome>> => ({
  anonymous: outcome,
  revoked: outcome,
  outsider: outcome,
  suspended: outcome,
  owner: outcome,
  admin: outcome,
  editor: outcome,
  viewer: outcome,
  billing: outcome,
  twoRoles: outcome,
  author: outcome,
  otherAdmin: outcome,
})

/** Every account, wherever it belongs. */
export const ANYBODY_SIGNED_IN = {
  anonymous: 'unauthenticated',
  revoked: 'unauthenticated',
  outsider: 'ok',
  suspended: 'ok',
  owner: 'ok',
  admin: 'ok',
  editor: 'ok',
  viewer: 'ok',
  billing: 'ok',
  twoRoles: 'ok',
  author: 'ok',
  otherAdmin: 'ok',
} as const satisfies Record<Principal, Outcome>

/** Every active member, whatever their roles. */
export const ANY_MEMBER = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'ok',
  viewer: 'ok',
  billing: 'ok',
  twoRoles: 'ok',
  author: 'ok',
  otherAdmin: 'ok',
})

/** The audit row that each mutation in an organization leaves, and the chain's new end. */
export const RECORDED: readonly Change[] = [
  { table: 'public.audit_events', inserted: 1 },
  { table: 'public.audit_heads', updated: 1, columns: ['seq', 'mac'] },
]

/** The row that each change of one's own account leaves. */
export const NOTED: Change = { table: 'public.account_events', inserted: 1 }
