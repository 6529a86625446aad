/** The changes, with what was before and what is after. */
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { listAuditEvents } from '../audit.functions'
import { Change } from './change'

type Event = Awaited<ReturnType<typeof listAuditEvents>>['events'][number]

export function EventTable({ events }: { readonly events: readonly Event[] }) {
  return (
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
            <div className="mt-1 font-normal md:hidden">
              <Change before={event.before} after={event.after} />
            </div>
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
  )
}
