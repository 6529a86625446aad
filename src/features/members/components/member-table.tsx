import { Link } from '@tanstack/react-router'
import { useViewer } from '~/features/access/use-permission'
import { Badge } from '~/ui/badge'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { MemberStatus } from './member-status'
import type { Member } from './member-types'

export function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const { userId } = useViewer()
  return (
    <Table
      caption="Members"
      head={
        <>
          <HeadCell>Name</HeadCell>
          <HeadCell wide>Title</HeadCell>
          <HeadCell>Roles</HeadCell>
          <HeadCell wide>Since</HeadCell>
        </>
      }
    >
      {members.map((member) => (
        <tr key={member.id}>
          <RowHead>
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link
                to="/members/$memberId"
                params={{ memberId: member.id }}
                className="hover:text-accent-text hover:underline"
              >
                {member.name}
              </Link>
              {member.userId === userId && <Badge tone="accent">You</Badge>}
              <MemberStatus status={member.status} />
            </span>
            <span className="block font-normal wrap-anywhere text-ink-faint">{member.email}</span>
          </RowHead>
          <Cell wide>{member.title}</Cell>
          <Cell>{rolesOf(member)}</Cell>
          <Cell wide>
            <Time at={member.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function rolesOf({ roles }: Member) {
  if (roles.length === 0) return <span className="text-ink-faint">None</span>
  return roles.map(({ name }) => name).join(', ')
}
