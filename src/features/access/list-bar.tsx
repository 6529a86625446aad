/** Above a list: a box to search it with, and its filters. All of it is in the address. */
import type { ReactNode } from 'react'
import { SearchField } from '~/ui/search-field'
import { useAddressSearch, useListAddress } from './list-address'

export interface ListBarProps {
  /** `Search documents` */
  readonly label: string
  /** The filters. */
  readonly children?: ReactNode
}

export function ListBar({ label, children }: ListBarProps) {
  const change = useListAddress()
  const { search = '' } = useAddressSearch()
  return (
    <search aria-label={label} className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchField
        label={label}
        value={search}
        // One step back leads to the list as it was, not to every word on the way.
        onSearch={(text) => change({ search: orNothing(text) }, search !== '')}
      />
      {children}
    </search>
  )
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}
