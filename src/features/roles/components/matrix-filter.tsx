/** What the matrix is narrowed down to. Every choice is an address, so a view can be shared. */
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cx } from '~/ui/cx'
import { withRoleToggled, shownRoles } from '../matrix'
import { type MatrixSearch, RESOURCES } from '../matrix-search'
import type { Role } from './role-types'

interface MatrixFilterProps {
  readonly search: MatrixSearch
  readonly roles: readonly Role[]
  /** How many permissions the filter leaves. */
  readonly found: number
}

export function MatrixFilter({ search, roles, found }: MatrixFilterProps) {
  const navigate = useNavigate()
  const shown = shownRoles(roles, search)
  const to = (change: MatrixSearch) => ({ ...search, ...change })
  return (
    <search aria-label="Filter the matrix" className="mb-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <input
          type="search"
          data-nav
          aria-label="Find a permission or a function"
          placeholder="Find a permission or a function"
          defaultValue={search.search ?? ''}
          maxLength={200}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              to: '/matrix',
              search: to({ search: value === '' ? undefined : value }),
              replace: true,
              resetScroll: false,
            })
          }
          className="min-h-9 w-full rounded-md border border-line-strong/70 bg-surface px-3 text-sm placeholder:text-ink-faint sm:w-72"
        />
        <Choice
          search={to({ differ: search.differ === true ? undefined : true })}
          on={search.differ === true}
        >
          Only differences
        </Choice>
        <output className="text-[0.8125rem] text-ink-faint">
          {found === 1 ? '1 permission' : `${found} permissions`}
        </output>
      </div>
      <Choices label="Resource">
        <Choice search={to({ resource: undefined })} on={search.resource === undefined}>
          All
        </Choice>
        {RESOURCES.map((resource) => (
          <Choice key={resource} search={to({ resource })} on={search.resource === resource}>
            {resource}
          </Choice>
        ))}
      </Choices>
      <Choices label="Roles">
        {roles.map((role) => (
          <Choice
            key={role.id}
            search={to({ roles: withRoleToggled(roles, search, role.key) })}
            on={shown.includes(role)}
          >
            {role.name}
          </Choice>
        ))}
      </Choices>
    </search>
  )
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="float-left w-18 text-[0.8125rem] text-ink-faint">{label}</legend>
      {children}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly search: MatrixSearch
  readonly on: boolean
  readonly children: ReactNode
}

function Choice({ search, on, children }: ChoiceProps) {
  return (
    <Link
      to="/matrix"
      search={search}
      resetScroll={false}
      // What is chosen is said by this and not by the address, which every link here shares.
      activeProps={{ 'aria-current': undefined }}
      aria-current={on ? 'true' : undefined}
      className={cx(
        'inline-flex min-h-7 items-center rounded-full border px-2.5 text-[0.8125rem]',
        on
          ? 'border-transparent bg-accent-soft font-medium text-accent-text'
          : 'border-line text-ink-soft hover:border-line-strong hover:text-ink',
      )}
    >
      {children}
    </Link>
  )
}
