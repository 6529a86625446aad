import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { isPlanKey, type PlanKey } from '~/authz'
import { load } from '~/features/access/load'
import { isWanted, nameOf, PLACE_OF, planName, type Wanted } from '~/features/access/plan'
import { WithinFeature, WithinQuota } from '~/features/access/within-plan'
import { billingQuery } from '~/features/billing/billing.queries'
import { Invoices } from '~/features/billing/components/invoices'
import { PlanCards } from '~/features/billing/components/plan-cards'
import { Usage } from '~/features/billing/components/usage'
import { buttonClass } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

interface BillingSearch {
  readonly plan?: PlanKey
  readonly for?: Wanted
}

/** Which plan somebody was sent here for, and what they wanted to do with it. */
function billingSearch({ plan, for: wanted }: Readonly<Record<string, unknown>>): BillingSearch {
  return {
    plan: typeof plan === 'string' && isPlanKey(plan) ? plan : undefined,
    for: isWanted(wanted) ? wanted : undefined,
  }
}

export const Route = createFileRoute('/_authed/_member/billing')({
  validateSearch: billingSearch,
  loader: ({ context, location }) => load(() => context.queryClient.query(billingQuery), location),
  head: () => pageTitle('Billing'),
  component: BillingPage,
})

function BillingPage() {
  const { plan: suggested, for: wanted } = Route.useSearch()
  const { data: billing } = useSuspenseQuery(billingQuery)
  return (
    <>
      <PageHeader title="Billing" description="The plan, how much of it is used, and its bill." />
      {suggested === billing.plan && wanted !== undefined && (
        <Continue plan={billing.plan} wanted={wanted} />
      )}
      {billing.pendingPlan !== null && (
        <div className="mb-8">
          <Notice
            tone="accent"
            title={`The change to ${planName(billing.pendingPlan)} is under way`}
          >
            It holds from the moment that the payment is confirmed. Until then you are on{' '}
            {planName(billing.plan)}.
          </Notice>
        </div>
      )}
      <Usage billing={billing} />
      <PlanCards current={billing.plan} suggested={suggested} />
      <Invoices invoices={billing.invoices} />
    </>
  )
}

/** Back to what somebody was doing when their plan was too small for it. */
function Continue({ plan, wanted }: { readonly plan: string; readonly wanted: Wanted }) {
  const { to, name } = PLACE_OF[wanted]
  const notice = (
    <div className="mb-8">
      <Notice
        tone="allowed"
        live
        title={`${planName(plan)} it is`}
        action={
          <Link to={to} className={buttonClass('primary', 'small')}>
            Continue in {name}
          </Link>
        }
      >
        There is room for {nameOf(wanted)} now.
      </Notice>
    </div>
  )
  return wanted === 'audit-export' ? (
    <WithinFeature feature={wanted}>{notice}</WithinFeature>
  ) : (
    <WithinQuota quota={wanted}>{notice}</WithinQuota>
  )
}
