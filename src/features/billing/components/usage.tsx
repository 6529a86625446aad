/** What is used of the plan, and amber where it is used up. */
import { isPlanKey, PLANS, planWithRoom, type Quota } from '~/authz'
import { Fact, Facts } from '~/ui/facts'
import { Meter } from '~/ui/meter'
import { Notice } from '~/ui/notice'
import { Panel, Section } from '~/ui/section'
import type { getBilling } from '../billing.functions'

type Billing = Awaited<ReturnType<typeof getBilling>>

const WORDS: Readonly<Record<Quota, string>> = { members: 'Members', projects: 'Projects' }

export function Usage({ billing: { plan, usage } }: { readonly billing: Billing }) {
  const full = usage.filter(({ used, limit }) => limit !== null && used >= limit)
  return (
    <Section title="This plan">
      <Panel>
        <Facts>
          <Fact name="Plan">
            <span className="text-base font-semibold">{nameOf(plan)}</span>
          </Fact>
        </Facts>
        <div className="mt-5 grid gap-x-12 gap-y-6 border-t border-line pt-5 sm:grid-cols-2">
          {usage.map(({ quota, used, limit }) => (
            <Meter key={quota} label={wordFor(quota)} used={used} limit={limit} />
          ))}
        </div>
      </Panel>
      {full.map(({ quota, used }) => (
        <div key={quota} className="mt-3">
          <Notice tone="limited" title={`No more ${wordFor(quota).toLowerCase()} in this plan`}>
            What is there stays. {roomIn(quota, used)}
          </Notice>
        </div>
      ))}
    </Section>
  )
}

function nameOf(plan: string): string {
  return isPlanKey(plan) ? PLANS[plan].name : plan
}

function isQuota(quota: string): quota is Quota {
  return Object.hasOwn(WORDS, quota)
}

function wordFor(quota: string): string {
  return isQuota(quota) ? WORDS[quota] : quota
}

function roomIn(quota: string, used: number): string {
  const plan = isQuota(quota) ? planWithRoom(quota, used) : undefined
  return plan === undefined ? '' : `${PLANS[plan].name} has room for more.`
}
