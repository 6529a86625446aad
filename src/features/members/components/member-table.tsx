import { Link } from '@tanstack/react-router'
import { SortBy } from '~/features/access/sort-by'
import { useViewer } from '~/features/access/use-permission'
import { Avatar } from '~/ui/avatar'
import { Badge } from '~/ui/badge'
import { Checkbox } from '~/ui/checkbox'
import { EmailAddress } from '~/ui/email-address'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { MemberSearch } from '../members.queries'
import { BillingContactBadge } from './billing-contact'
import { MemberRoles } from './member-roles'
import { MemberStatus } from './member-status'
import type { MemberRow } from './member-types'

interface MemberTableProps {
  /** How it was asked for, as the address has it. */
  readonly asked: MemberSearch
  readonly members: readonly MemberRow[]
  /** Who is chosen, where something can be done to several. */
  readonly selection?: Selection
}

export interface Selection {
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[], isChosen: boolean) => void
}

const USUAL = 'name'

/** The box over all the others. */
export const CHOOSE_ALL = 'choose-all-members'

export function MemberTable({ asked: { sort = USUAL }, members, selection }: MemberTableProps) {
  const { userId } = useViewer()
  return (
    <Table
      caption="Members"
      head={
        <>
          {selection !== undefined && (
            <HeadCell className="w-0 py-0.5! pr-0!">
              <Checkbox
                id={CHOOSE_ALL}
                label={<span className="sr-only">Choose everybody on this page</span>}
                checked={members.every(({ id }) => selection.chosen.has(id))}
                indeterminate={
                  members.some(({ id }) => selection.chosen.has(id)) &&
                  !members.every(({ id }) => selection.chosen.has(id))
                }
                onChange={(event) =>
                  selection.choose(
                    members.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
            </HeadCell>
          )}
          <SortBy order="name" sort={sort} usual={USUAL}>
            Name
          </SortBy>
          <HeadCell wide="desk">Title</HeadCell>
          <HeadCell>Roles</HeadCell>
          <HeadCell wide>Status</HeadCell>
          <SortBy wide="desk" order="-joined" sort={sort} usual={USUAL}>
            Since
          </SortBy>
        </>
      }
    >
      {members.map((member) => (
        <tr key={member.id}>
          {selection !== undefined && (
            <Cell className="py-1! pr-0!">
              <Checkbox
                label={<span className="sr-only">Choose {member.name}</span>}
                checked={selection.chosen.has(member.id)}
                onChange={(event) => selection.choose([member.id], event.currentTarget.checked)}
              />
            </Cell>
          )}
          <RowHead>
            <span className="flex items-start gap-3">
              <span className="max-sm:hidden">
                <Avatar name={member.name} />
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
                  <BillingContactBadge member={member} />
                </span>
                <span className="block text-small font-normal text-ink-faint">
                  <EmailAddress email={member.email} />
                </span>
                {member.status !== 'active' && (
                  <span className="block font-normal md:hidden">
                    <MemberStatus status={member.status} />
                  </span>
                )}
              </span>
            </span>
          </RowHead>
          <Cell wide="desk">{member.title}</Cell>
          <Cell>
            <MemberRoles roles={member.roles} />
          </Cell>
          <Cell wide>
            <MemberStatus status={member.status} />
          </Cell>
          <Cell wide="desk">
            <Time at={member.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
