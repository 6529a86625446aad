/** Documents that this person may read: searched, narrowed, ordered, a page at a time. */
import type { ReactNode } from 'react'
import { useAddressSearch, useListAddress } from '~/features/access/list-address'
import { ListBar } from '~/features/access/list-bar'
import { ListPages } from '~/features/access/list-pages'
import { NothingFound } from '~/features/access/nothing-found'
import { Rows } from '~/features/access/rows'
import { usePermission } from '~/features/access/use-permission'
import { EmptyState } from '~/ui/empty-state'
import { FilterChip } from '~/ui/filter-chips'
import { SegmentedControl } from '~/ui/segmented-control'
import type { DocumentFilters, DocumentPage } from '../documents.queries'
import { DocumentTable } from './document-table'

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'draft', label: 'Drafts' },
  { value: 'published', label: 'Published' },
  { value: 'archived', label: 'Archived' },
] as const

export interface DocumentListProps {
  /** How it was asked for, as the address has it. */
  readonly asked: DocumentFilters
  readonly list: DocumentPage
  /** The documents of one project, which needs no column. */
  readonly ofProject?: boolean
  /** What could be done about there being none at all. */
  readonly whenEmpty?: ReactNode
}

export function DocumentList({ asked, list, ofProject = false, whenEmpty }: DocumentListProps) {
  const change = useListAddress()
  const now = useAddressSearch()
  const readsAll = usePermission('content:read')
  const { search, status, owner, page } = asked
  const isNarrowed = search !== undefined || status !== undefined || owner !== undefined
  if (list.rows.length === 0 && !isNarrowed && page === undefined) {
    return (
      <EmptyState
        title={readsAll ? 'No documents yet' : 'No documents that you may read'}
        icon="file"
      >
        {whenEmpty}
      </EmptyState>
    )
  }
  return (
    <>
      <ListBar label="Search documents">
        <SegmentedControl
          label="Status"
          nav
          segments={STATES}
          value={STATES.find(({ value }) => value === now.status)?.value ?? 'all'}
          onChange={(value) => change({ status: value === 'all' ? undefined : value })}
        />
        {readsAll && (
          <FilterChip
            on={now.owner === 'me'}
            onChange={(on) => change({ owner: on ? 'me' : undefined })}
          >
            Mine
          </FilterChip>
        )}
      </ListBar>
      <Rows>
        {list.rows.length === 0 ? (
          <NothingFound what="documents" />
        ) : (
          <DocumentTable asked={asked} documents={list.rows} ofProject={ofProject} />
        )}
      </Rows>
      <ListPages what="documents" page={page} list={list} />
    </>
  )
}
