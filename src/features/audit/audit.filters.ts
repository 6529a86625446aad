/** How the audit log can be narrowed; an address can hold all of it. */
import { day, oneOf, pageNumber, position, words } from '~/features/access/list-filters'

/** What a change can have been made to: all that is recorded, which a test holds against the writers. */
export const TARGET_TYPES = [
  'document',
  'project',
  'member',
  'invitation',
  'role',
  'organization',
] as const

/**
 * Why a call was refused. Of the refusals on record, those that are an organization's: a call from
 * another site and one without a session are refused before anybody knows whose they are.
 */
export const DENIAL_CODES = [
  'no_membership',
  'forbidden',
  'not_found',
  'feature_not_in_plan',
  'quota_exceeded',
  'rate_limited',
] as const

export const auditFilters = {
  /** In what was done, to what, or by whom. */
  search: words,
  type: oneOf(...TARGET_TYPES),
  /** The first day, in UTC. */
  from: day,
  /** The last day, in UTC. */
  to: day,
  /** Only what came before this number; the end of the previous page. */
  before: position,
}

export const denialFilters = {
  /** In the entrance or the person's name. */
  search: words,
  code: oneOf(...DENIAL_CODES),
  page: pageNumber,
}
