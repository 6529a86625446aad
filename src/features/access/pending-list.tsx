/** In the place of a list that takes a while to be read: its title, and the outline of its rows. */
import { PageHeader } from '~/ui/page-header'
import { TableSkeleton } from '~/ui/skeleton'

export interface PendingListProps {
  readonly title: string
  readonly columns?: number
}

export function PendingList({ title, columns = 4 }: PendingListProps) {
  return (
    <>
      <PageHeader title={title} />
      <TableSkeleton label={`Loading ${title.toLowerCase()}`} columns={columns} rows={8} />
    </>
  )
}
