/** All that a member may do, each permission with everything that it came from. */
import { Link } from '@tanstack/react-router'
import { ALL_PERMISSIONS } from '~/authz'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PermissionChip } from '~/ui/permission-chip'
import { Section } from '~/ui/section'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { grantsOf } from './grants'
import type { Member, MemberRoleSet, Role } from './member-types'

interface EffectivePermissionsProps {
  readonly member: Member
  readonly held: MemberRoleSet
  readonly roles: readonly Role[]
}

export function EffectivePermissions({ member, held, roles }: EffectivePermissionsProps) {
  const rows = grantsOf(member, roles)
  const isActive = member.status === 'active'
  return (
    <Section
      title="Effective permissions"
      description={`All that they may do here, and what it comes from: ${rows.length} of ${ALL_PERMISSIONS.length}.`}
      actions={
        held.length > 0 && (
          <Link
            to="/matrix"
            search={{ roles: held.map(({ key }) => key).join(',') }}
            className="text-sm text-accent-text hover:underline"
          >
            Compare in the matrix
          </Link>
        )
      }
    >
      {!isActive && (
        <div className="mb-3">
          <Notice tone="refused" title="Suspended: none of this holds">
            The roles are kept, and grant nothing until the membership is active again.
          </Notice>
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title="No role, no permission">
          What they own they may still read and write.
        </EmptyState>
      ) : (
        <Table
          caption={`Effective permissions of ${member.name}`}
          head={
            <>
              <HeadCell>Permission</HeadCell>
              <HeadCell>From</HeadCell>
            </>
          }
        >
          {rows.map(({ permission, from }) => (
            <tr key={permission}>
              <RowHead className="py-2">
                <PermissionChip name={permission} />
              </RowHead>
              <Cell className="py-2">{from.join(', ')}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}
