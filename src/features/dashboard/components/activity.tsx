/**
 * The history in two charts. The page doesn't wait for it, nor for the library that draws: the
 * figures are there first, and the charts take the place that was kept for them.
 */
import { useSuspenseQuery } from '@tanstack/react-query'
import { ClientOnly } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Section } from '~/ui/section'
import { Skeleton } from '~/ui/skeleton'
import { activityQuery } from '../dashboard.queries'
import { ProjectTable, WeekTable } from './activity-tables'

const WeekChart = lazy(async () => ({ default: (await import('./charts')).WeekChart }))
const ProjectChart = lazy(async () => ({ default: (await import('./charts')).ProjectChart }))

/** As high as the charts, so that nothing moves when they come. */
const CHART = 'h-60'

export function Activity() {
  return (
    <Suspense fallback={<ActivityPending />}>
      <Charts />
    </Suspense>
  )
}

function Charts() {
  const { data } = useSuspenseQuery(activityQuery)
  if (data.projects.length === 0) return null
  const pending = <Skeleton className={CHART} />
  return (
    <div className="grid gap-x-10 lg:grid-cols-2">
      <Section title="Written and published" description="Documents by week, the last 13 weeks.">
        <div className={CHART} aria-hidden="true">
          <ClientOnly fallback={pending}>
            <Suspense fallback={pending}>
              <WeekChart weeks={data.weeks} />
            </Suspense>
          </ClientOnly>
        </div>
        <WeekTable weeks={data.weeks} />
      </Section>
      <Section title="Where the documents are" description="The fullest projects.">
        <div className={CHART} aria-hidden="true">
          <ClientOnly fallback={pending}>
            <Suspense fallback={pending}>
              <ProjectChart projects={data.projects} />
            </Suspense>
          </ClientOnly>
        </div>
        <ProjectTable projects={data.projects} />
      </Section>
    </div>
  )
}

function ActivityPending() {
  return (
    <div className="mb-10 grid gap-10 lg:grid-cols-2">
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </div>
  )
}
