/** The trail, narrowed by words, by what was changed and by days; all of it is in the address. */
import { Link } from '@tanstack/react-router'
import { useAddressSearch, useListAddress } from '~/features/access/list-address'
import { ListBar } from '~/features/access/list-bar'
import { noneFound } from '~/features/access/list-pages'
import { NothingFound } from '~/features/access/nothing-found'
import { Rows } from '~/features/access/rows'
import { EmptyState } from '~/ui/empty-state'
import { DayField } from '~/ui/day-field'
import { Pagination } from '~/ui/pagination'
import { Select } from '~/ui/select'
import { grouped } from '~/ui/written'
import { TARGET_TYPES } from '../audit.filters'
import type { listAuditEvents } from '../audit.functions'
import type { AuditFilters } from '../audit.queries'
import { EventTable } from './event-table'

const ANYTHING = 'anything'
const TYPES = [
  { value: ANYTHING, label: 'Everything' },
  ...TARGET_TYPES.map((type) => ({ value: type, label: `${capital(type)}s` })),
]

export interface EventListProps {
  /** How it was asked for, as the address has it. */
  readonly asked: AuditFilters
  readonly list: Awaited<ReturnType<typeof listAuditEvents>>
}

export function EventList({ asked, list: { events, next } }: EventListProps) {
  const isNarrowed = Object.values(asked).some((filter) => filter !== undefined)
  if (events.length === 0 && !isNarrowed) return <EmptyState title="Nothing has happened yet" />
  return (
    <>
      <Filters />
      <Rows>
        {events.length === 0 ? <NothingFound what="changes" /> : <EventTable events={events} />}
      </Rows>
      <Pagination
        label="Pages of changes"
        summary={spanOf(events)}
        nothing={events.length === 0 ? noneFound('changes') : undefined}
        words={['Latest', 'Older']}
        previous={
          asked.before === undefined ? undefined : (
            <Link to="." search={(was) => ({ ...was, before: undefined })} />
          )
        }
        next={
          next === null ? undefined : <Link to="." search={(was) => ({ ...was, before: next })} />
        }
      />
    </>
  )
}

function Filters() {
  const change = useListAddress()
  const { type, from, to } = useAddressSearch()
  return (
    <ListBar label="Search the audit log">
      <div className="w-40">
        <Select
          nav
          labelHidden
          label="What was changed"
          value={type ?? ANYTHING}
          options={TYPES}
          onChange={(chosen) =>
            change({ type: TARGET_TYPES.find((one) => one === chosen), before: undefined })
          }
        />
      </div>
      <DayField label="From" value={from} onChange={(day) => change({ from: day })} />
      <DayField label="To" value={to} onChange={(day) => change({ to: day })} />
      <p className="self-center text-small text-ink-faint">Days are UTC</p>
    </ListBar>
  )
}

function spanOf(events: readonly { readonly seq: number }[]): string {
  const [newest] = events
  const oldest = events.at(-1)
  if (newest === undefined || oldest === undefined) return ''
  return `No. ${grouped(newest.seq)} to ${grouped(oldest.seq)}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
