/** One role in a form that gives and takes them; one that can't be given says why. */
import { permissionsBeyond } from '~/authz'
import { useAccess } from '~/features/access/use-permission'
import { Checkbox } from '~/ui/checkbox'
import type { MemberRow, Role } from './member-types'

interface RoleChoiceProps {
  readonly role: Role
  /** Whether whom it concerns may have it beyond what the plan covers: held already, or taken. */
  readonly isKept: boolean
  readonly defaultChecked?: boolean
  readonly checked?: boolean
  readonly onChange?: (isChosen: boolean) => void
}

export function RoleChoice(props: RoleChoiceProps) {
  const { role, isKept, defaultChecked, checked, onChange } = props
  const held = useAccess()?.permissions ?? new Set()
  const beyond = permissionsBeyond(held, role.permissions)
  const isLeftOut = role.isBeyondPlan && !isKept
  return (
    <Checkbox
      name="role"
      value={role.id}
      label={role.name}
      defaultChecked={defaultChecked}
      checked={checked}
      onChange={(event) => onChange?.(event.currentTarget.checked)}
      disabled={beyond.length > 0 || isLeftOut}
      hint={
        beyond.length > 0
          ? `${role.description} You cannot give it: it grants ${beyond.join(', ')}, which you do not hold.`
          : isLeftOut
            ? `${role.description} Not in your plan: nobody else can be given it.`
            : role.description
      }
    />
  )
}

export function holdsRole({ roles }: Pick<MemberRow, 'roles'>, roleId: string): boolean {
  return roles?.some(({ id }) => id === roleId) ?? false
}

/** The ids of the roles that somebody is shown to hold. */
export function heldBy({ roles }: Pick<MemberRow, 'roles'>): string[] {
  return (roles ?? []).map(({ id }) => id)
}
