import { Badge } from '~/ui/badge'

interface MemberRolesProps {
  readonly roles: readonly { readonly id: string; readonly name: string }[]
}

export function MemberRoles({ roles }: MemberRolesProps) {
  if (roles.length === 0) return <span className="text-ink-faint">No role</span>
  return (
    <span className="flex flex-wrap gap-1.5">
      {roles.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </span>
  )
}
