/** The rows that the members' pages are given. */
import type { listMembers } from '../members.functions'
import type { listRoles } from '~/features/roles/roles.functions'

export type Member = Awaited<ReturnType<typeof listMembers>>['rows'][number]
export type Role = Awaited<ReturnType<typeof listRoles>>[number]
