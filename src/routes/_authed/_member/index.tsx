import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { Activity } from '~/features/dashboard/components/activity'
import { DashboardFigures } from '~/features/dashboard/components/dashboard-figures'
import { MyAccess } from '~/features/dashboard/components/my-access'
import { activityQuery, dashboardQuery } from '~/features/dashboard/dashboard.queries'
import { OwnershipNotice } from '~/features/ownership/components/ownership-notice'
import { offerQuery } from '~/features/ownership/ownership.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/')({
  loader: async ({ context, location }) => {
    // Not waited for: the charts are streamed into a page that is already there. Should this fail,
    // `Activity` says so in their place.
    context.queryClient.query(activityQuery).catch(() => {})
    await Promise.all([
      load(() => context.queryClient.query(dashboardQuery), location),
      load(() => context.queryClient.query(offerQuery), location),
    ])
  },
  head: () => pageTitle('Dashboard'),
  component: DashboardPage,
})

function DashboardPage() {
  const { data: figures } = useSuspenseQuery(dashboardQuery)
  const viewer = useViewer()
  return (
    <>
      <PageHeader
        title={viewer.organization?.name ?? 'Dashboard'}
        description={`You work here as ${viewer.name}.`}
      />
      <OwnershipNotice />
      <DashboardFigures figures={figures} />
      <div className="flex flex-col">
        {/* On a telephone below the first screen, which needs not wait for what draws them. */}
        <div className="max-md:order-last">
          <Activity />
        </div>
        <MyAccess viewer={viewer} />
      </div>
    </>
  )
}
