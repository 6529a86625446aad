/** The rows that the members' pages are given. */
import type { listRoles } from '~/features/roles/roles.functions'
import type { getMember, listMembers } from '../members.functions'

export type MemberRows = Awaited<ReturnType<typeof listMembers>>
export type MemberRow = MemberRows['rows'][number]
export type Member = Awaited<ReturnType<typeof getMember>>
export type Role = Awaited<ReturnType<typeof listRoles>>[number]
/** The roles of somebody whose roles are shown. */
export type MemberRoleSet = NonNullable<Member['roles']>
