import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { DashboardFigures } from '~/features/dashboard/components/dashboard-figures'
import { MyAccess } from '~/features/dashboard/components/my-access'
import { dashboardQuery } from '~/features/dashboard/dashboard.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(dashboardQuery), location),
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
        description={`Signed in as ${viewer.name}.`}
      />
      <DashboardFigures figures={figures} />
      <MyAccess viewer={viewer} />
    </>
  )
}
