/** After another person came: which controls and pages appeared with them, and which went. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isPermission, type Permission } from '~/authz'
import type { Viewer } from '~/features/access/viewer'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icons'
import { compare, type Comparison, type Difference } from '../changes/compare'
import { offeredBy } from '../changes/offer'
import { type Departure, lastDeparture, rememberDeparture } from '../changes/remembered'
import { whenSettled } from '../changes/settled'
import { askedQuery } from '../demo.queries'
import { Differences } from './differences'

export interface ChangeNoteProps {
  readonly viewer: Viewer
  readonly opens?: (path: string) => readonly Permission[]
}

interface Change extends Comparison {
  readonly departure: Departure
  /** Where the new person ended up. */
  readonly at: string
}

export function ChangeNote({ viewer, opens }: ChangeNoteProps) {
  const [change, setChange] = useState<Change>()
  const { pathname } = useLocation()
  const { data: functions = {} } = useQuery({ ...askedQuery, enabled: change !== undefined })
  useEffect(() => {
    const departure = lastDeparture()
    // Somebody who came in by the sign-in page saw nothing before that could be compared.
    if (departure === undefined || departure.told === true || departure.name === null)
      return undefined
    return whenSettled(() => {
      rememberDeparture({ ...departure, told: true })
      const at = window.location.pathname
      setChange({ departure, at, ...compare(departure.offer, offeredBy(document)) })
    })
  }, [])

  // On another page it would tell of this one.
  const shown = change?.at === pathname ? change : undefined
  return (
    <>
      {/* There before it says anything, or it would not be read out. */}
      <output className="sr-only">
        {shown && `What changed: ${shown.departure.name ?? ''} → ${viewer.name}`}
      </output>
      {shown && (
        <Note
          change={shown}
          viewer={viewer}
          opens={opens}
          functions={functions}
          onDismiss={() => setChange(undefined)}
        />
      )}
    </>
  )
}

interface NoteProps extends ChangeNoteProps {
  readonly change: Change
  readonly functions: Readonly<Record<string, readonly string[]>>
  readonly onDismiss: () => void
}

/** It scrolls, so the keyboard must be able to reach it. */
const LISTS = { role: 'group', 'aria-label': 'Controls and pages', tabIndex: 0 }

function Note({ change, viewer, opens, functions, onDismiss }: NoteProps) {
  const { departure, went } = change
  const asked = ({ kind, key }: Difference) =>
    kind === 'page' ? (opens?.(key) ?? []) : (functions[key] ?? []).filter(isPermission)
  const wasLedAway = departure.page.split('?', 1)[0] !== change.at
  // What the page that they were led to has of its own did not come with the person.
  const appeared = change.appeared.filter(({ kind }) => kind === 'page' || !wasLedAway)
  return (
    <section
      aria-label="What changed"
      className="flex max-h-[min(26rem,55dvh)] w-full flex-col rounded-lg border border-line-strong/60 bg-surface shadow-floating sm:w-96"
    >
      <header className="flex items-start justify-between gap-3 border-b border-line py-2 pr-2 pl-4">
        <p className="min-w-0 text-sm">
          <span className="block font-semibold">What changed</span>
          <span className="block text-ink-soft">
            {departure.name} → {viewer.name}
          </span>
        </p>
        <Button
          look="quiet"
          size="small"
          local
          aria-label="Dismiss what changed"
          className="px-1.5"
          onClick={onDismiss}
        >
          <Icon name="cross" />
        </Button>
      </header>
      <div {...LISTS} className="overflow-y-auto px-4 py-3 text-small">
        {wasLedAway && (
          <p className="mb-3 text-refused">
            {viewer.name} may not open <code className="font-mono text-xs">{departure.page}</code>{' '}
            and was led here.
          </p>
        )}
        {appeared.length + went.length === 0 ? (
          <p className="text-ink-soft">This page offers both of them the same.</p>
        ) : (
          <>
            <Differences did="went" list={went} viewer={viewer} asked={asked} />
            <Differences did="appeared" list={appeared} viewer={viewer} asked={asked} />
          </>
        )}
      </div>
    </section>
  )
}
