import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { billingQuery } from '~/features/billing/billing.queries'
import { PlanCards } from '~/features/billing/components/plan-cards'
import { Usage } from '~/features/billing/components/usage'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/billing')({
  loader: ({ context, location }) => load(() => context.queryClient.query(billingQuery), location),
  head: () => pageTitle('Billing'),
  component: BillingPage,
})

function BillingPage() {
  const { data: billing } = useSuspenseQuery(billingQuery)
  return (
    <>
      <PageHeader title="Billing" description="The plan, and how much of it is used." />
      <Usage billing={billing} />
      <PlanCards current={billing.plan} />
    </>
  )
}
