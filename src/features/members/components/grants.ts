/** What a member may do, each permission with all that it came from. */
import { ALL_PERMISSIONS, type Permission, rightsOfBillingContact } from '~/authz'
import type { Member, Role } from './member-types'

export interface Grant {
  readonly permission: Permission
  /** The names of the roles that give it; and that they are billing contact, if that does. */
  readonly from: readonly string[]
}

export function grantsOf(member: Member, roles: readonly Role[]): readonly Grant[] {
  const sources: { readonly name: string; readonly permissions: readonly Permission[] }[] = [
    ...roles.filter(({ id }) => member.roles?.some((role) => role.id === id)),
    { name: 'Billing contact', permissions: rightsOfBillingContact(member) },
  ]
  return ALL_PERMISSIONS.map((permission) => ({
    permission,
    from: sources
      .filter(({ permissions }) => permissions.includes(permission))
      .map(({ name }) => name),
  })).filter(({ from }) => from.length > 0)
}

/** All that a member may do; nothing for who is not shown what their roles grant. */
export function rightsOf(member: Member, roles: readonly Role[]): readonly Permission[] {
  if (member.roles === null || roles.length === 0) return []
  return grantsOf(member, roles).map(({ permission }) => permission)
}
