/** The plans beside each other, and changing to another. */
import { type Feature, PLAN_KEYS, type PlanKey, PLANS, type Quota } from '~/authz'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { Badge } from '~/ui/badge'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Section } from '~/ui/section'
import { changePlan } from '../billing.functions'

const FEATURES: Readonly<Record<Feature, string>> = { 'audit-export': 'Audit log download' }
const QUOTAS: Readonly<Record<Quota, string>> = { members: 'members', projects: 'projects' }

export function PlanCards({ current }: { readonly current: string }) {
  return (
    <Section title="Plan">
      <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3">
        {PLAN_KEYS.map((key) => (
          <li key={key} className="flex flex-col gap-4 bg-surface p-5">
            <p className="flex items-center gap-2 text-base font-semibold">
              {PLANS[key].name}
              {key === current && <Badge tone="accent">Your plan</Badge>}
            </p>
            <ul className="flex-1 text-sm text-ink-soft">
              {contentsOf(key).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {key !== current && (
              <Can permission="billing:write">
                <ChangePlan plan={key} />
              </Can>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function contentsOf(key: PlanKey): readonly string[] {
  const { limits, features } = PLANS[key]
  const quotas: readonly Quota[] = ['members', 'projects']
  return [
    ...quotas.map((quota) => `${limits[quota] ?? 'Unlimited'} ${QUOTAS[quota]}`),
    ...features.map((feature) => FEATURES[feature]),
  ]
}

function ChangePlan({ plan }: { readonly plan: PlanKey }) {
  const { name } = PLANS[plan]
  const { run, pending } = useAction(changePlan, { done: `Changed to ${name}` })
  return (
    <ConfirmDialog
      label={`Change to ${name}`}
      title={`Change to ${name}?`}
      description="It holds at once. What is over a smaller plan’s limits stays, but nothing can be added."
      confirmLabel={`Change to ${name}`}
      confirmLook="primary"
      fn="billing.changePlan"
      pending={pending}
      onConfirm={() => run({ data: { plan } })}
    />
  )
}
