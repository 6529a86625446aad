/** Who was refused what, narrowed by words and by the reason. */
import { Link } from '@tanstack/react-router'
import { useAddressSearch, useListAddress } from '~/features/access/list-address'
import { ListBar } from '~/features/access/list-bar'
import { noneFound } from '~/features/access/list-pages'
import { NothingFound } from '~/features/access/nothing-found'
import { Rows } from '~/features/access/rows'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import { Select } from '~/ui/select'
import { DENIAL_CODES } from '../audit.filters'
import type { listDenials } from '../audit.functions'
import type { DenialFilters } from '../audit.queries'
import { DenialTable } from './denial-table'

const ANY = 'any'
const REASONS = [
  { value: ANY, label: 'Any reason' },
  ...DENIAL_CODES.map((code) => ({ value: code, label: code.replaceAll('_', ' ') })),
]

export interface DenialListProps {
  /** How it was asked for, as the address has it. */
  readonly asked: DenialFilters
  readonly list: Awaited<ReturnType<typeof listDenials>>
}

export function DenialList({ asked, list: { rows, hasMore } }: DenialListProps) {
  const { search, code, page = 1 } = asked
  if (rows.length === 0 && search === undefined && code === undefined && page === 1) {
    return (
      <EmptyState title="Nobody was refused anything" icon="shield">
        What the server refuses to members of this organization is kept here for 90 days.
      </EmptyState>
    )
  }
  return (
    <>
      <Filters />
      <Rows>
        {rows.length === 0 ? <NothingFound what="denials" /> : <DenialTable denials={rows} />}
      </Rows>
      <Pagination
        label="Pages of denials"
        summary={`Page ${page}`}
        nothing={rows.length === 0 ? noneFound('denials') : undefined}
        previous={page > 1 ? <PageLink page={page - 1} /> : undefined}
        next={hasMore ? <PageLink page={page + 1} /> : undefined}
      />
    </>
  )
}

function Filters() {
  const change = useListAddress()
  const { code } = useAddressSearch()
  return (
    <ListBar label="Search denials">
      <div className="w-48">
        <Select
          nav
          labelHidden
          label="Reason"
          value={code ?? ANY}
          options={REASONS}
          onChange={(chosen) => change({ code: DENIAL_CODES.find((one) => one === chosen) })}
        />
      </div>
    </ListBar>
  )
}

/** The first page is the list's plain address. */
function PageLink({ page, ...rest }: { readonly page: number }) {
  return (
    <Link {...rest} to="." search={(was) => ({ ...was, page: page === 1 ? undefined : page })} />
  )
}
