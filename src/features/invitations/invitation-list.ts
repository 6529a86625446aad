/** What a list of people to invite may be, and what becomes of its lines. */

export const MOST_LINES = 200
export const MOST_CHARACTERS_OF_A_LIST = 64 * 1024
/** Lines that one call invites: the rest waits for the next, and the person sees how far it is. */
export const MOST_AT_ONCE = 20

/** `invited`: or would be. Everything else is why not. */
export type LineOutcome =
  | 'invited'
  | 'invalid'
  | 'twice'
  | 'member'
  | 'open'
  | 'unknown_role'
  /** Two roles are called so, one by its name and one by its slug. */
  | 'ambiguous_role'
  | 'not_grantable'
  | 'no_room'
  | 'too_many'

/** One person of a list. */
export interface Invitee {
  readonly email: string
  /** A role's name or key, in any case; empty for the role of who joins. */
  readonly role: string
}
