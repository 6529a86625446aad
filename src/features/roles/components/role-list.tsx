/** Each role: what it may do, who holds it, and how it compares. */
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { ALL_PERMISSIONS, type Permission } from '~/authz'
import { BeyondPlanMark } from '~/features/access/within-plan'
import { usePermission, useViewer } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import { PermissionChip } from '~/ui/permission-chip'
import { partOf, RESOURCES } from '../matrix-search'
import type { Role } from './role-types'

export function RoleList({ roles }: { readonly roles: readonly Role[] }) {
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-surface shadow-raised">
      {roles.map((role) => (
        <RoleEntry key={role.id} role={role} />
      ))}
    </div>
  )
}

function RoleEntry({ role }: { readonly role: Role }) {
  const heading = useId()
  const { roles: mine } = useViewer()
  const { name, description, permissions } = role
  return (
    <article
      aria-labelledby={heading}
      className="grid gap-x-10 gap-y-4 p-5 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={heading} className="flex flex-wrap items-center gap-2 text-base font-semibold">
          <Link to="/roles/$roleId" params={{ roleId: role.id }} className="hover:underline">
            {name}
          </Link>
          {mine.some((held) => held.key === role.key) && <Badge tone="accent">Yours</Badge>}
        </h2>
        <p className="mt-0.5 text-sm text-ink-soft">{description}</p>
        {role.isBeyondPlan && (
          <p className="mt-2 text-small">
            <BeyondPlanMark>Not in plan: nothing can be added</BeyondPlanMark>
          </p>
        )}
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-small">
          <Holders role={role} />
          <Link
            to="/matrix"
            search={{ roles: role.key }}
            className="text-accent-text hover:underline"
            aria-label={`${name} in the matrix`}
          >
            In the matrix
          </Link>
        </p>
      </div>
      <div>
        <p className="mb-2 text-small text-ink-faint">
          {permissions.length} of {ALL_PERMISSIONS.length} permissions
        </p>
        <Permissions permissions={permissions} />
      </div>
    </article>
  )
}

function Holders({ role: { id, name, holders } }: { readonly role: Role }) {
  const words = holders === 1 ? '1 member' : `${holders} members`
  const maySee = usePermission('users:read')
  if (holders === 0) return <span className="text-ink-faint">Nobody holds it</span>
  if (!maySee) return <span className="text-ink-faint">{words}</span>
  return (
    <Link
      to="/members"
      search={{ roleId: id }}
      className="text-accent-text hover:underline"
      aria-label={`${words} with the role ${name}`}
    >
      {words}
    </Link>
  )
}

function Permissions({ permissions }: { readonly permissions: readonly Permission[] }) {
  const groups = RESOURCES.map((resource) => ({
    resource,
    held: ALL_PERMISSIONS.filter(
      (permission) => partOf(permission) === resource && permissions.includes(permission),
    ),
  })).filter(({ held }) => held.length > 0)
  return (
    <dl className="grid gap-y-2 text-sm">
      {groups.map(({ resource, held }) => (
        <div key={resource} className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
          <dt className="w-16 text-small text-ink-faint">{resource}</dt>
          <dd className="flex min-w-0 flex-1 flex-wrap gap-1.5">
            {held.map((permission) => (
              <PermissionChip key={permission} name={permission} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
