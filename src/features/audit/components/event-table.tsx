import { Link } from '@tanstack/react-router'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { listAuditEvents } from '../audit.functions'
import { Change } from './change'

type Page = Awaited<ReturnType<typeof listAuditEvents>>

export interface EventTableProps extends Page {
  /** The first page. */
  readonly isLatest: boolean
}

export function EventTable({ events, next, isLatest }: EventTableProps) {
  if (events.length === 0) return <EmptyState title="Nothing has happened yet" />
  return (
    <>
      <Table
        caption="Changes"
        head={
          <>
            <HeadCell number>No.</HeadCell>
            <HeadCell>What</HeadCell>
            <HeadCell wide>Who</HeadCell>
            <HeadCell wide>Change</HeadCell>
            <HeadCell wide>When</HeadCell>
          </>
        }
      >
        {events.map((event) => (
          <tr key={event.seq}>
            <Cell number>{event.seq}</Cell>
            <RowHead>
              <code className="font-mono text-xs wrap-anywhere md:whitespace-nowrap">
                {event.action}
              </code>
              <span className="block font-normal wrap-anywhere text-ink-soft">
                {event.targetName}
              </span>
              <span className="block font-normal text-ink-faint md:hidden">
                {event.actorName}, <Time at={event.at} exact />
              </span>
            </RowHead>
            <Cell wide>{event.actorName}</Cell>
            <Cell wide>
              <Change before={event.before} after={event.after} />
            </Cell>
            <Cell wide>
              <Time at={event.at} exact />
            </Cell>
          </tr>
        ))}
      </Table>
      <nav aria-label="Pages" className="mt-5 flex justify-end gap-2">
        {!isLatest && (
          <Link to="/audit" className={buttonClass()}>
            Latest
          </Link>
        )}
        {next !== null && (
          <Link to="/audit" search={{ before: next }} className={buttonClass()}>
            Older
          </Link>
        )}
      </nav>
    </>
  )
}
