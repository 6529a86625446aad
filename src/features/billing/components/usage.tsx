/** What is used of the plan, and amber where it is used up. */
import { type CountedQuota, MOST_OWN_ROLES, planWithRoom, PLANS, QUOTAS } from '~/authz'
import { planName } from '~/features/access/plan'
import { Fact, Facts } from '~/ui/facts'
import { Meter } from '~/ui/meter'
import { Notice } from '~/ui/notice'
import { Panel, Section } from '~/ui/section'
import type { getBilling } from '../billing.functions'

type Billing = Awaited<ReturnType<typeof getBilling>>

const WORDS: Readonly<Record<CountedQuota, string>> = {
  members: 'Members and open invitations',
  projects: 'Projects',
  documents: 'Documents made this month',
  'custom-roles': 'Roles of your own',
}

export function Usage({ billing: { plan, usage } }: { readonly billing: Billing }) {
  const full = usage.filter(({ used, limit }) => limit !== null && used > 0 && used >= limit)
  return (
    <Section
      title="This plan"
      description="Months are those of the calendar, in UTC; a document that was deleted still counts."
    >
      <Panel>
        <Facts>
          <Fact name="Plan">
            <span className="text-base font-semibold">{planName(plan)}</span>
          </Fact>
        </Facts>
        <div className="mt-5 grid gap-x-12 gap-y-6 border-t border-line pt-5 sm:grid-cols-2">
          {usage.map(({ quota, used, limit }) => (
            <Meter key={quota} label={WORDS[quota]} used={used} limit={limit ?? mostOf(quota)} />
          ))}
        </div>
      </Panel>
      {full.map(({ quota, used, limit }) => (
        <div key={quota} className="mt-3">
          <Notice tone="limited" title={`No room for more ${QUOTAS[quota].name}`}>
            {used > (limit ?? used)
              ? overWords(quota, used - (limit ?? used))
              : 'What is there stays.'}{' '}
            {roomIn(quota, used)}
          </Notice>
        </div>
      ))}
    </Section>
  )
}

function overWords(quota: CountedQuota, over: number): string {
  return quota === 'projects' || quota === 'custom-roles'
    ? `The ${over === 1 ? 'newest one is' : `${over} newest are`} read-only.`
    : 'What is there stays.'
}

function roomIn(quota: CountedQuota, used: number): string {
  const plan = planWithRoom(quota, used)
  return plan === undefined ? '' : `${PLANS[plan].name} has room for more.`
}

/** What no plan goes beyond; null for what has no such end. */
function mostOf(quota: CountedQuota): number | null {
  return quota === 'custom-roles' ? MOST_OWN_ROLES : null
}
