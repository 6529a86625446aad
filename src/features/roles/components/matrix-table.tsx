/**
 * Role by permission: who may, what one may oneself and by which role, and what the permission
 * guards in the build that answers. The head stays in sight while the rows scroll below it, and
 * the permission's name while the columns do.
 */
import { mayHere, ownershipGrants, PERMISSIONS, rightsOfBillingContact } from '~/authz'
import { useAccess, useViewer } from '~/features/access/use-permission'
import { Mark } from '~/ui/mark'
import { PermissionChip } from '~/ui/permission-chip'
import { Cell, HeadCell, RowHead } from '~/ui/table'
import type { MatrixGroup, MatrixRow } from '../matrix'
import { GuardList } from './guard-list'
import type { Guard } from './matrix-types'
import type { Role } from './role-types'

interface MatrixTableProps {
  readonly groups: readonly MatrixGroup<Guard>[]
  /** The roles that have a column. */
  readonly roles: readonly Role[]
  /** All of them: what one may do follows from the hidden ones as well. */
  readonly all: readonly Role[]
}

const LEFT = 'sticky left-0 z-10 w-44 min-w-44 bg-surface md:w-56 md:min-w-56'
const TOP = 'sticky top-0 z-20 border-b border-line bg-surface'

export function MatrixTable({ groups, roles, all }: MatrixTableProps) {
  return (
    <section
      aria-label="Permissions by role"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls both ways, and the keyboard must be able to
      tabIndex={0}
      className="relative max-h-[calc(100dvh-5rem)] overflow-auto rounded-lg border border-line bg-surface shadow-raised"
    >
      <table className="w-full border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">Permissions by role</caption>
        <thead className="text-small text-ink-faint">
          <tr>
            <HeadCell className={`${LEFT} ${TOP} z-30`}>Permission</HeadCell>
            <HeadCell className={`${TOP} px-2! text-center text-accent-text`}>You</HeadCell>
            {roles.map(({ id, name }) => (
              <HeadCell key={id} className={`${TOP} px-2! text-center`}>
                {name}
              </HeadCell>
            ))}
            <HeadCell className={TOP}>Guards</HeadCell>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.resource} group={group} roles={roles} all={all} />
        ))}
      </table>
    </section>
  )
}

interface GroupProps extends Pick<MatrixTableProps, 'roles' | 'all'> {
  readonly group: MatrixGroup<Guard>
}

function Group({ group: { resource, rows }, roles, all }: GroupProps) {
  return (
    <tbody className="[&_td]:border-b [&_td]:border-line [&_th]:border-b [&_th]:border-line">
      <tr>
        <th
          scope="rowgroup"
          colSpan={roles.length + 3}
          className="bg-sunken px-4 py-1.5 text-small font-medium text-ink-soft"
        >
          <span className="sticky left-4">{resource}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.permission} row={row} roles={roles} all={all} />
      ))}
    </tbody>
  )
}

interface RowProps extends Pick<MatrixTableProps, 'roles' | 'all'> {
  readonly row: MatrixRow<Guard>
}

function Row({ row: { permission, guards }, roles, all }: RowProps) {
  return (
    <tr>
      <RowHead className={LEFT}>
        <PermissionChip name={permission} />
        <span className="mt-1 block text-small font-normal text-ink-faint max-md:hidden">
          {PERMISSIONS[permission].description}
        </span>
      </RowHead>
      <Cell className="min-w-20 px-2! bg-accent-soft/40 text-center">
        <Mine row={permission} all={all} />
      </Cell>
      {roles.map(({ id, permissions }) => (
        <Cell key={id} className="min-w-16 px-2! text-center">
          <Mark allowed={permissions.includes(permission)} />
        </Cell>
      ))}
      <Cell className="min-w-[66rem] md:min-w-80">
        <GuardList
          guards={guards}
          permission={permission}
          alsoOwner={ownershipGrants('document', permission)}
        />
      </Cell>
    </tr>
  )
}

/** What the person who looks may do, and what gives it: roles of theirs, or being billing contact. */
function Mine({
  row: permission,
  all,
}: {
  row: MatrixRow<Guard>['permission']
  all: readonly Role[]
}) {
  const viewer = useViewer()
  const allowed = mayHere(useAccess(), permission)
  const giving = all.filter(
    ({ key, permissions }) =>
      permissions.includes(permission) && viewer.roles.some((held) => held.key === key),
  )
  const isByFlag = rightsOfBillingContact(viewer).some((one) => one === permission)
  return (
    <>
      <Mark allowed={allowed} />
      {giving.length > 0 && (
        <span className="block text-xs text-ink-faint">
          <span className="sr-only">by </span>
          {giving.map(({ name }) => name).join(', ')}
        </span>
      )}
      {isByFlag && <span className="block text-xs text-ink-faint">as billing contact</span>}
    </>
  )
}
