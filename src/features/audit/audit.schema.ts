/** Inputs about the audit log. Safe for the client: addresses are read with the same schemas. */
import { z } from 'zod'
import { page, search } from '~/features/access/list.schema'

/** What a change can have been made to. */
const TARGET_TYPES = ['document', 'project', 'member', 'role', 'organization'] as const

/** How the log can be narrowed; an address can hold all of it. */
const auditFilters = {
  /** In what was done, to what, or by whom. */
  search: search.optional(),
  type: z.enum(TARGET_TYPES).optional(),
  /** The first day, in UTC. */
  from: z.iso.date().optional(),
  /** The last day, in UTC. */
  to: z.iso.date().optional(),
  /** Only what came before this number; the end of the previous page. */
  before: z.int().positive().optional(),
}

export const listAuditEventsSchema = z.strictObject(auditFilters).prefault({})

/** Why a call was refused; the codes that a person's own doing brings about. */
const DENIAL_CODES = [
  'unauthenticated',
  'no_membership',
  'forbidden',
  'not_found',
  'feature_not_in_plan',
  'quota_exceeded',
  'rate_limited',
  'csrf',
] as const

const denialFilters = {
  /** In the entrance or the person's name. */
  search: search.optional(),
  code: z.enum(DENIAL_CODES).optional(),
  page: page.optional(),
}

export const listDenialsSchema = z.strictObject(denialFilters).prefault({})
