/**
 * The history in two charts. The page doesn't wait for it, nor for the library that draws: the
 * figures are there first, and the charts, once somebody sees where they belong, take the place that
 * was kept for them.
 */
import { useQueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router'
import { Suspense, useRef } from 'react'
import { wordsFor } from '~/features/access/refusals'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'
import { Skeleton } from '~/ui/skeleton'
import { useSeen } from '~/ui/use-seen'
import { useLater } from '~/ui/when-idle'
import { activityQuery } from '../dashboard.queries'
import { type ProjectHolding, ProjectTable, type Week, WeekTable } from './activity-tables'

const fetchCharts = () => import('./charts')

/** As high as the charts, so that nothing moves when they come. */
const CHART = 'h-60'
/** Fewer bars need less. */
const FEW = 3
const LOW_CHART = 'h-36'

export function Activity() {
  return (
    <CatchBoundary getResetKey={() => 'activity'} errorComponent={NotRead}>
      <Suspense fallback={<ActivityPending />}>
        <History />
      </Suspense>
    </CatchBoundary>
  )
}

/** In the place of the charts alone: the rest of the page doesn't depend on them. */
function NotRead({ error, reset }: ErrorComponentProps) {
  const { reset: forgetFailure } = useQueryErrorResetBoundary()
  const { title, detail } = wordsFor(error)
  const tryAgain = () => {
    forgetFailure()
    reset()
  }
  return (
    <div className="mb-10">
      <Notice
        live
        tone="refused"
        title={`The activity could not be read: ${title.toLowerCase()}`}
        action={
          <Button size="small" fn="dashboard.getActivity" onClick={tryAgain}>
            Try again
          </Button>
        }
      >
        {detail}
      </Notice>
    </div>
  )
}

function History() {
  const { data } = useSuspenseQuery(activityQuery)
  if (data.projects.length === 0) return null
  return (
    <div className="grid gap-x-10 lg:grid-cols-2">
      <Section title="Written and published" description="Documents by week, the last 13 weeks.">
        <Weeks weeks={data.weeks} />
        <WeekTable weeks={data.weeks} />
      </Section>
      <Section title="Where the documents are" description="The fullest projects.">
        <Projects projects={data.projects} />
        <ProjectTable projects={data.projects} />
      </Section>
    </div>
  )
}

function Weeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const { place, charts } = useCharts()
  return (
    <div ref={place} className={CHART} aria-hidden="true">
      {charts === undefined ? <Skeleton className={CHART} /> : <charts.WeekChart weeks={weeks} />}
    </div>
  )
}

function Projects({ projects }: { readonly projects: readonly ProjectHolding[] }) {
  const { place, charts } = useCharts()
  const height = projects.length > FEW ? CHART : LOW_CHART
  return (
    <div ref={place} className={height} aria-hidden="true">
      {charts === undefined ? (
        <Skeleton className={height} />
      ) : (
        <charts.ProjectChart projects={projects} />
      )}
    </div>
  )
}

/** For each by itself: a press meanwhile need not wait for both. */
function useCharts() {
  const place = useRef<HTMLDivElement>(null)
  const charts = useLater(fetchCharts, useSeen(place))
  return { place, charts }
}

function ActivityPending() {
  return (
    <div className="mb-10 grid gap-10 lg:grid-cols-2">
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </div>
  )
}
