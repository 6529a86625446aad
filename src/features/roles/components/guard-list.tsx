/** The ways in that ask for a permission: id, method and kind of gate, as the build has them. */
import { FEATURE_KEYS, isPlanKey, type Permission, type Plan, PLANS } from '~/authz'
import { useViewer } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import type { Guard } from './matrix-types'

interface GuardListProps {
  readonly guards: readonly Guard[]
  readonly permission: Permission
  /** Whoever owns a document needs no role for it. */
  readonly alsoOwner: boolean
}

export function GuardList({ guards, permission, alsoOwner }: GuardListProps) {
  const plan = useViewer().organization?.plan ?? ''
  if (guards.length === 0) {
    return <span className="text-small text-ink-faint">Nothing yet</span>
  }
  return (
    <>
      {/* On a telephone one goes sideways to them anyway: beside each other they leave the rows low. */}
      <ul className="grid grid-cols-3 gap-x-4 gap-y-1.5 text-xs md:grid-cols-1">
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
              <Badge key={limit} tone={leavesOut(plan, limit) ? 'limited' : 'neutral'}>
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

/** Amber is for what the organization's plan has not; a plan that has it is no obstacle. */
function leavesOut(plan: string, limit: string): boolean {
  if (!isPlanKey(plan)) return false
  const { features, limits }: Plan = PLANS[plan]
  return (
    FEATURE_KEYS.some((feature) => feature === limit && !features.includes(feature)) ||
    Object.entries(limits).some(([quota, most]) => quota === limit && most === 0)
  )
}

/** What else the same gate asks for. */
function notes({ gate, permissions }: Guard, permission: Permission): string[] {
  const others = permissions.filter((one) => one !== permission)
  const word = gate.startsWith('requireAnyPermission') ? 'or' : 'and'
  return others.length > 0 ? [`${word} ${others.join(', ')}`] : []
}
