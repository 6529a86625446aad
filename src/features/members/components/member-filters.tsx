/** Whom the list is narrowed down to. The address holds it, so that a list can be linked to. */
import { useNavigate } from '@tanstack/react-router'
import { SearchField } from '~/ui/search-field'
import { Select } from '~/ui/select'
import type { MemberSearch } from '../member-search'
import type { Role } from './member-types'

interface MemberFiltersProps {
  readonly search: MemberSearch
  readonly roles: readonly Role[]
}

const STATUSES = [
  { value: 'any', label: 'Any status' },
  { value: 'active', label: 'Active' },
  { value: 'suspended', label: 'Suspended' },
]

export function MemberFilters({ search: { search, status, roleId }, roles }: MemberFiltersProps) {
  const navigate = useNavigate({ from: '/members/' })
  // Other filters find other people: what was the third page of them is no page of these.
  const narrow = (change: MemberSearch) =>
    void navigate({
      to: '/members',
      search: (before) => ({ ...before, ...change, page: undefined }),
      resetScroll: false,
    })
  return (
    <search
      aria-label="Search members"
      className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2"
    >
      <SearchField
        label="Search members"
        value={search ?? ''}
        onSearch={(text) => narrow({ search: text === '' ? undefined : text })}
      />
      {roles.length > 0 && (
        <div className="w-36">
          <Select
            nav
            labelHidden
            label="Role"
            value={roles.some(({ id }) => id === roleId) ? roleId : 'any'}
            options={[
              { value: 'any', label: 'Any role' },
              ...roles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => narrow({ roleId: value === 'any' ? undefined : value })}
          />
        </div>
      )}
      <div className="w-36">
        <Select
          nav
          labelHidden
          label="Status"
          value={status ?? 'any'}
          options={STATUSES}
          onChange={(value) =>
            narrow({ status: value === 'active' || value === 'suspended' ? value : undefined })
          }
        />
      </div>
    </search>
  )
}
