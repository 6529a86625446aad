/** Who may do what, and what each permission guards. */
import { Link } from '@tanstack/react-router'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import { matrixGroups, shownRoles } from '../matrix'
import type { MatrixSearch } from '../matrix-search'
import { MatrixFilter } from './matrix-filter'
import { MatrixTable } from './matrix-table'
import type { Guard } from './matrix-types'
import type { Role } from './role-types'

interface MatrixPageProps {
  readonly roles: readonly Role[]
  readonly guards: readonly Guard[]
  readonly search: MatrixSearch
}

export function MatrixPage({ roles, guards, search }: MatrixPageProps) {
  const shown = shownRoles(roles, search)
  const groups = matrixGroups(shown, guards, search)
  const found = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <>
      <PageHeader
        title="Access matrix"
        description="Who may do what, and the functions and routes that each permission guards, read from the build that answers you."
      />
      <MatrixFilter search={search} roles={roles} found={found} />
      {found === 0 ? (
        <EmptyState title="No permission matches">
          <Link to="/matrix" className="underline">
            Show all of them
          </Link>
        </EmptyState>
      ) : (
        <MatrixTable groups={groups} roles={shown} all={roles} />
      )}
    </>
  )
}
