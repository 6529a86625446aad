/** Any two roles side by side, with what only one of them grants. */
import { Link, useNavigate } from '@tanstack/react-router'
import type { Permission } from '~/authz'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { PageHeader } from '~/ui/page-header'
import { PermissionChip } from '~/ui/permission-chip'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import type { compareRoles } from '../roles.functions'
import type { Role } from './role-types'

interface ComparePageProps {
  readonly roles: readonly Role[]
  readonly firstId: string
  readonly secondId: string
  readonly compared: Awaited<ReturnType<typeof compareRoles>>
}

export function ComparePage({ roles, firstId, secondId, compared }: ComparePageProps) {
  const navigate = useNavigate()
  const options = roles.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <Crumb link={<Link to="/roles" />}>Roles</Crumb>
          </Breadcrumbs>
        }
        title="Compare roles"
        description="What both grant, and what only one of them does."
      />
      <div className="mb-8 grid max-w-xl gap-4 sm:grid-cols-2">
        <Select
          nav
          label="This role"
          value={firstId}
          options={options}
          onChange={(first) =>
            void navigate({ to: '/roles/compare', search: { first, second: secondId } })
          }
        />
        <Select
          nav
          label="With this one"
          value={secondId}
          options={options}
          onChange={(second) =>
            void navigate({ to: '/roles/compare', search: { first: firstId, second } })
          }
        />
      </div>
      <div className="grid gap-x-6 lg:grid-cols-3">
        <Part title={`Only ${compared.first.name}`} permissions={compared.onlyFirst} />
        <Part title="Both" permissions={compared.both} />
        <Part title={`Only ${compared.second.name}`} permissions={compared.onlySecond} />
      </div>
    </>
  )
}

function Part({ title, permissions }: PartProps) {
  return (
    <Section title={`${title} (${permissions.length})`}>
      <Panel>
        {permissions.length === 0 ? (
          <span className="text-ink-faint">Nothing</span>
        ) : (
          <span className="flex flex-wrap gap-1.5">
            {permissions.map((permission) => (
              <PermissionChip key={permission} name={permission} />
            ))}
          </span>
        )}
      </Panel>
    </Section>
  )
}

interface PartProps {
  readonly title: string
  readonly permissions: readonly Permission[]
}
