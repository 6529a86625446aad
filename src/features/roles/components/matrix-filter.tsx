/** What the matrix is narrowed down to. The address holds it, so that a view can be shared. */
import { useNavigate } from '@tanstack/react-router'
import { FilterChip, FilterChips } from '~/ui/filter-chips'
import { SearchField } from '~/ui/search-field'
import { Select } from '~/ui/select'
import { shownRoles, withRoleToggled } from '../matrix'
import { type MatrixSearch, RESOURCES } from '../matrix-search'
import type { Role } from './role-types'

interface MatrixFilterProps {
  readonly search: MatrixSearch
  readonly roles: readonly Role[]
  /** How many permissions the filter leaves. */
  readonly found: number
}

const ANY = 'any'
const CHOICES = [
  { value: ANY, label: 'Every resource' },
  ...RESOURCES.map((resource) => ({ value: resource, label: resource })),
]

export function MatrixFilter({ search, roles, found }: MatrixFilterProps) {
  const navigate = useNavigate()
  const shown = shownRoles(roles, search)
  const narrow = (change: MatrixSearch) =>
    void navigate({ to: '/matrix', search: { ...search, ...change }, resetScroll: false })
  return (
    <search aria-label="Filter the matrix" className="mb-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField
          label="Search permissions and functions"
          placeholder="Permission or function"
          value={search.search ?? ''}
          onSearch={(text) => narrow({ search: text === '' ? undefined : text })}
        />
        <div className="w-40">
          <Select
            nav
            labelHidden
            label="Resource"
            value={search.resource ?? ANY}
            options={CHOICES}
            onChange={(value) => narrow({ resource: value === ANY ? undefined : value })}
          />
        </div>
        <output className="text-small text-ink-faint">
          {found === 1 ? '1 permission' : `${found} permissions`}
        </output>
      </div>
      <FilterChips label="Roles to compare">
        {roles.map((role) => (
          <FilterChip
            key={role.id}
            on={shown.includes(role)}
            onChange={() => narrow({ roles: withRoleToggled(roles, search, role.key) })}
          >
            {role.name}
          </FilterChip>
        ))}
        <span aria-hidden="true" className="mx-1 h-5 w-px bg-line max-lg:hidden" />
        <FilterChip
          on={search.differ === true}
          onChange={(on) => narrow({ differ: on ? true : undefined })}
        >
          Only differences
        </FilterChip>
      </FilterChips>
    </search>
  )
}
