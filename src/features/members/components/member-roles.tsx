import { Badge } from '~/ui/badge'

interface MemberRolesProps {
  /** Null for who may not see who holds which role. */
  readonly roles: readonly { readonly id: string; readonly name: string }[] | null
}

export function MemberRoles({ roles }: MemberRolesProps) {
  if (roles === null) return <span className="text-ink-faint">Not shown to you</span>
  if (roles.length === 0) return <span className="text-ink-faint">No role</span>
  return (
    <span className="flex flex-wrap gap-1.5">
      {roles.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </span>
  )
}
