/** One role: what it grants, where it differs from its template, and what may be done to it. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isRoleKey, permissionsBeyond, planIncludes, ROLE_TEMPLATES } from '~/authz'
import { Can } from '~/features/access/can'
import { CopyLink } from '~/features/access/copy-link'
import { useAccess, usePermission, useViewer } from '~/features/access/use-permission'
import { FeaturePrompt, RoleBeyondPlan } from '~/features/access/within-plan'
import { Badge } from '~/ui/badge'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { buttonClass } from '~/ui/button'
import { Fact, Facts } from '~/ui/facts'
import { PageHeader } from '~/ui/page-header'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'
import { EndRole } from './end-role'
import { RoleEditor } from './role-editor'
import type { Role } from './role-types'

interface RolePageProps {
  readonly role: Role
  readonly roles: readonly Role[]
  /** Who holds it. */
  readonly children: ReactNode
}

export function RolePage({ role, roles, children }: RolePageProps) {
  const held = useAccess()?.permissions ?? new Set()
  const mayWrite = usePermission('org:roles:write')
  const isInPlan = planIncludes(useViewer().organization?.plan ?? '', 'custom-roles')
  // Taking rights away takes no plan, so the editor is there on every one.
  const mayAdd = isInPlan && !role.isBeyondPlan
  const isAbove = permissionsBeyond(held, role.permissions).length > 0
  const mayChange = mayWrite && !role.isOwner && !isAbove
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <Crumb link={<Link to="/roles" />}>Roles</Crumb>
          </Breadcrumbs>
        }
        title={role.name}
        beside={role.isDefault && <Badge tone="accent">For who joins</Badge>}
        description={role.description === '' ? undefined : role.description}
        actions={
          <>
            <CopyLink />
            <Can permission="org:roles:read">
              <Link to="/roles/compare" search={{ first: role.id }} className={buttonClass()}>
                Compare
              </Link>
            </Can>
          </>
        }
      />
      <About role={role} />
      {mayChange && !role.isBeyondPlan && (
        <FeaturePrompt feature="custom-roles">
          This role can be given as before, and rights can be taken from it. None can be added.
        </FeaturePrompt>
      )}
      {role.isBeyondPlan && (
        <RoleBeyondPlan>
          Whoever holds this one keeps it, and nobody else can be given it. Rights can be taken from
          it; none can be added.
        </RoleBeyondPlan>
      )}
      {mayChange ? <RoleEditor role={role} mayAdd={mayAdd} /> : <Grants role={role} />}
      {children}
      {mayChange && role.isCustom && <EndRole role={role} roles={roles} mayDetach={mayAdd} />}
    </>
  )
}

function About({ role }: { readonly role: Role }) {
  return (
    <Section title="About">
      <Panel>
        <Facts>
          <Fact name="Slug">
            <code className="font-mono text-xs">{role.key}</code>
          </Fact>
          <Fact name="Template">{templateWords(role)}</Fact>
          <Fact name="Added">
            <Chips permissions={role.added} />
          </Fact>
          <Fact name="Removed">
            <Chips permissions={role.removed} />
          </Fact>
        </Facts>
      </Panel>
    </Section>
  )
}

function templateWords({ templateKey, clonedFrom }: Role): string {
  const from = clonedFrom !== null && isRoleKey(clonedFrom) ? ROLE_TEMPLATES[clonedFrom].name : null
  if (templateKey !== null) return `Follows ${from ?? templateKey}`
  return from === null ? 'None' : `Detached from ${from}`
}

function Grants({ role }: { readonly role: Role }) {
  return (
    <Section title="What it grants">
      <Panel>
        <Chips permissions={role.permissions} />
      </Panel>
    </Section>
  )
}

function Chips({ permissions }: { readonly permissions: readonly string[] }) {
  if (permissions.length === 0) return <span className="text-ink-faint">Nothing</span>
  return (
    <span className="flex flex-wrap gap-1.5">
      {permissions.map((permission) => (
        <PermissionChip key={permission} name={permission} />
      ))}
    </span>
  )
}
