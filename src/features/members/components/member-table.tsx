import { Link } from '@tanstack/react-router'
import { useViewer } from '~/features/access/use-permission'
import { Avatar } from '~/ui/avatar'
import { Badge } from '~/ui/badge'
import { Cell, HeadCell, RowHead, SortHeadCell, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { MemberSearch } from '../member-search'
import { MemberRoles } from './member-roles'
import { MemberStatus } from './member-status'
import type { MemberRow } from './member-types'

interface MemberTableProps {
  readonly members: readonly MemberRow[]
  readonly search: MemberSearch
}

export function MemberTable({ members, search }: MemberTableProps) {
  const { userId } = useViewer()
  return (
    <Table
      caption="Members"
      head={
        <>
          <SortHeadCell {...sorting(search, 'name', 'name')}>Name</SortHeadCell>
          <HeadCell wide>Title</HeadCell>
          <HeadCell>Roles</HeadCell>
          <HeadCell wide>Status</HeadCell>
          <SortHeadCell wide {...sorting(search, 'joined', '-joined')}>
            Since
          </SortHeadCell>
        </>
      }
    >
      {members.map((member) => (
        <tr key={member.id}>
          <RowHead>
            <span className="flex items-start gap-3">
              <span className="max-sm:hidden">
                <Avatar name={member.name} id={member.userId} />
              </span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <Link
                    to="/members/$memberId"
                    params={{ memberId: member.id }}
                    className="hover:text-accent-text hover:underline"
                  >
                    {member.name}
                  </Link>
                  {member.userId === userId && <Badge tone="accent">You</Badge>}
                </span>
                <span className="block text-[0.8125rem] font-normal wrap-anywhere text-ink-faint">
                  {member.email}
                </span>
                {member.status !== 'active' && (
                  <span className="block font-normal md:hidden">
                    <MemberStatus status={member.status} />
                  </span>
                )}
              </span>
            </span>
          </RowHead>
          <Cell wide>{member.title}</Cell>
          <Cell>
            <MemberRoles roles={member.roles} />
          </Cell>
          <Cell wide>
            <MemberStatus status={member.status} />
          </Cell>
          <Cell wide>
            <Time at={member.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

type Order = NonNullable<MemberSearch['sort']>

/** How a column is sorted, and the link that sorts by it (`first` at first) or turns it round. */
function sorting(search: MemberSearch, column: 'name' | 'joined', first: Order) {
  const sort = search.sort ?? 'name'
  const isUp = sort === column
  const isSorted = isUp || sort === `-${column}`
  const next = !isSorted ? first : isUp ? (`-${column}` as const) : column
  return {
    sorted: isSorted ? (isUp ? ('ascending' as const) : ('descending' as const)) : undefined,
    link: (
      <Link
        to="/members"
        search={{ ...search, sort: next === 'name' ? undefined : next, page: undefined }}
        resetScroll={false}
      />
    ),
  }
}
