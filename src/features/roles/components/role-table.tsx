/** Role by permission, grouped by resource: what each may do, and what the viewer may. */
import type { ReactNode } from 'react'
import { ALL_PERMISSIONS, type Permission, PERMISSIONS, resourceOf } from '~/authz'
import { useAccess } from '~/features/access/use-permission'
import { Mark } from '~/ui/mark'
import { PermissionChip } from '~/ui/permission-chip'
import { Section } from '~/ui/section'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import type { Role } from './role-types'

const RESOURCES = [...new Set(ALL_PERMISSIONS.map(resourceOf))]
const GROUPS = RESOURCES.map(
  (resource) => [resource, ALL_PERMISSIONS.filter((one) => resourceOf(one) === resource)] as const,
)

export function RoleTable({ roles }: { readonly roles: readonly Role[] }) {
  const columns = roles.length + 2
  return (
    <Section title="What each may do">
      <Table
        scrolls
        caption="Permissions by role"
        head={
          <>
            <HeadCell className="sticky left-0 bg-surface">Permission</HeadCell>
            <HeadCell className="text-center">You</HeadCell>
            {roles.map(({ id, name }) => (
              <HeadCell key={id} className="text-center">
                {name}
              </HeadCell>
            ))}
          </>
        }
      >
        {GROUPS.map(([resource, permissions]) => (
          <Group key={resource} name={resource} columns={columns}>
            {permissions.map((permission) => (
              <PermissionRow key={permission} permission={permission} roles={roles} />
            ))}
          </Group>
        ))}
      </Table>
    </Section>
  )
}

function Group({ name, columns, children }: GroupProps) {
  return (
    <>
      <tr className="bg-sunken">
        <th
          scope="colgroup"
          colSpan={columns}
          className="px-4 py-1.5 text-[0.8125rem] font-medium text-ink-soft capitalize"
        >
          {name.replaceAll(':', ' ')}
        </th>
      </tr>
      {children}
    </>
  )
}

interface GroupProps {
  readonly name: string
  readonly columns: number
  readonly children: ReactNode
}

function PermissionRow({ permission, roles }: PermissionRowProps) {
  const mine = useAccess()?.permissions.has(permission) ?? false
  return (
    <tr>
      <RowHead className="sticky left-0 bg-surface">
        <PermissionChip name={permission} />
        <span className="mt-1 block font-normal text-ink-faint max-md:hidden">
          {PERMISSIONS[permission].description}
        </span>
      </RowHead>
      <Cell className="bg-accent-soft/40 text-center">
        <Mark allowed={mine} />
      </Cell>
      {roles.map(({ id, permissions }) => (
        <Cell key={id} className="text-center">
          <Mark allowed={permissions.includes(permission)} />
        </Cell>
      ))}
    </tr>
  )
}

interface PermissionRowProps {
  readonly permission: Permission
  readonly roles: readonly Role[]
}
