/** The ways in that ask for a permission: id, method and kind of gate, as the build has them. */
import type { Permission } from '~/authz'
import { Badge } from '~/ui/badge'
import type { Guard } from './matrix-types'

interface GuardListProps {
  readonly guards: readonly Guard[]
  readonly permission: Permission
  /** Whoever owns a document needs no role for it. */
  readonly alsoOwner: boolean
}

export function GuardList({ guards, permission, alsoOwner }: GuardListProps) {
  if (guards.length === 0) {
    return <span className="text-small text-ink-faint">Nothing yet</span>
  }
  return (
    <>
      <ul className="space-y-1.5 text-xs">
        {guards.map((guard) => (
          <li key={guard.name} className="flex flex-wrap items-baseline gap-x-2">
            <span className="w-8 shrink-0 font-mono text-tiny text-ink-faint">{guard.method}</span>
            <code className="font-mono text-ink">{guard.name}</code>
            <span className="text-ink-faint" title={guard.gate}>
              {[guard.type === 'route' ? 'route' : guard.kind, ...notes(guard, permission)].join(
                ', ',
              )}
            </span>
            {guard.limits.map((limit) => (
              <Badge key={limit} tone="limited">
                plan: {limit}
              </Badge>
            ))}
          </li>
        ))}
      </ul>
      {alsoOwner && (
        <p className="mt-1.5 text-xs text-ink-faint">Also whoever owns the document.</p>
      )}
    </>
  )
}

/** What else the same gate asks for. */
function notes({ gate, permissions }: Guard, permission: Permission): string[] {
  const others = permissions.filter((one) => one !== permission)
  const word = gate.startsWith('requireAnyPermission') ? 'or' : 'and'
  return others.length > 0 ? [`${word} ${others.join(', ')}`] : []
}
