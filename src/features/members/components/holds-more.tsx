/** Nobody acts on somebody who holds more than they do: says so instead of offering it. */
import { allPermissionsOf, type Permission, permissionsBeyond } from '~/authz'
import { useAccess, useAnyPermission } from '~/features/access/use-permission'
import { Notice } from '~/ui/notice'
import { PermissionChip } from '~/ui/permission-chip'
import type { Member, Role } from './member-types'

interface HoldsMoreProps {
  readonly name: string
  readonly beyond: readonly Permission[]
}

export function HoldsMore({ name, beyond }: HoldsMoreProps) {
  if (!useAnyPermission(['org:roles:assign', 'org:members:remove', 'users:delete'])) return null
  return (
    <div className="mb-10">
      <Notice title={`${name} holds rights that you do not hold`}>
        <p>Only somebody who holds all of these may change their roles or end their membership:</p>
        <p className="mt-2 flex flex-wrap gap-1.5">
          {beyond.map((permission) => (
            <PermissionChip key={permission} name={permission} />
          ))}
        </p>
      </Notice>
    </div>
  )
}

/** What the member may do and the viewer may not. */
export function useRightsBeyondMine(member: Member, roles: readonly Role[]): readonly Permission[] {
  const access = useAccess()
  const ofRoles = roles
    .filter(({ id }) => member.roles?.some((role) => role.id === id))
    .flatMap(({ permissions }) => permissions)
  const mine = access === null ? new Set<Permission>() : allPermissionsOf(access)
  return permissionsBeyond(mine, allPermissionsOf({ ...member, permissions: ofRoles }))
}
